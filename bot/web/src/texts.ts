/** The texts of content/page.yml, and what else a page hands to its script. */

export interface Texts {
  [name: string]: string;
}

export interface Config {
  texts: Texts;
  /** The names of the offers by their keys. */
  offers: Texts;
}

export interface WidgetConfig extends Config {
  shell: string;
}

// Writes the static files of the chat page and the widget to var/web/. Run by `make web`.
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { build, transform } from "esbuild";
import { compile } from "sass";

const here = new URL(".", import.meta.url).pathname;
const out = new URL("../../var/web/", import.meta.url).pathname;
const target = ["chrome87", "edge88", "firefox101", "safari16.4"];
// Loaded by the host page's own loader, the widget must leave no names behind.
const formats = { page: "esm", widget: "iife", sw: "iife" };

async function styles(name) {
  const options = { loadPaths: ["node_modules/nhsuk-frontend/dist"], quietDeps: true, style: "compressed" };
  const { css } = compile(`${here}styles/${name}.scss`, options);
  return (await transform(css, { loader: "css", minify: true, target })).code;
}

mkdirSync(out, { recursive: true });
for (const name of ["page", "dashboard"]) writeFileSync(`${out}${name}.css`, await styles(name));
copyFileSync(`${here}icon.svg`, `${out}icon.svg`);
const define = { WIDGET_STYLES: JSON.stringify(await styles("widget")) };
for (const [name, format] of Object.entries(formats)) {
  await build({
    entryPoints: [`${here}src/${name}.ts`],
    outfile: `${out}${name}.js`,
    bundle: true,
    minify: true,
    target,
    format,
    define,
    charset: "utf8",
  });
}

"""Builds a Word document that everybody can read: real headings, table headers, alternative text.

One look for all documents. Nothing here knows a figure; text and tables are handed in.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from bot.uptake.published_table import DEMO_NOTE

if TYPE_CHECKING:
    from docx.document import Document as Docx
    from docx.table import _Cell

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
AUTHOR: Final = "Staff wellbeing assistant"
DEMO: Final = f"{DEMO_NOTE.capitalize()}."
LANGUAGE: Final = "en-GB"
FONT: Final = "Arial"
PROMPT: Final = "Prompt"
PROMPT_BEGINS: Final = "To write:"
NOTE: Final = "Note"
BLUE: Final = "005EB8"
PALE_BLUE: Final = "E8EDEE"
PALE_YELLOW: Final = "FFF7CC"


@dataclass(frozen=True)
class Grid:
    """A table: a caption that says what and when, headings, lines of cells, widths in centimetres.

    The first `words` columns hold words, the others figures.
    """

    caption: str
    headings: Sequence[str]
    lines: Sequence[Sequence[str]]
    widths: Sequence[float]
    words: int = 1


class Document:
    """A document under way; `size` is the size of its text in points.

    A document of made-up figures says so at its top and on each page.
    """

    def __init__(self, title: str, subject: str, is_demo: bool, size: float = 11) -> None:
        import docx

        self._docx: Docx = docx.Document()
        self._size = size
        self._warning = DEMO if is_demo else ""
        self._set_properties(title, subject)
        self._set_page()
        self._set_styles()
        self._docx.add_paragraph(title, "Title")
        self._docx.add_paragraph(subject, "Subtitle")
        if is_demo:
            self._docx.add_paragraph().add_run(DEMO).bold = True

    def heading(self, text: str, level: int = 1) -> None:
        """A heading, from 1 down."""
        self._docx.add_heading(text, level)

    def text(self, *paragraphs: str) -> None:
        """Plain paragraphs."""
        for paragraph in paragraphs:
            self._docx.add_paragraph(paragraph)

    def note(self, text: str) -> None:
        """A small paragraph below a table or picture."""
        self._docx.add_paragraph(text, NOTE)

    def bullets(self, lines: Iterable[str]) -> None:
        """A list."""
        for line in lines:
            self._docx.add_paragraph(line, "List Bullet")

    def prompts(self, questions: Iterable[str]) -> None:
        """What only a person can write: a box for each, to be replaced."""
        for question in questions:
            paragraph = self._docx.add_paragraph(style=PROMPT)
            paragraph.add_run(f"{PROMPT_BEGINS} ").bold = True
            paragraph.add_run(question)

    def table(self, grid: Grid) -> None:
        """A table with its caption above and a header row that repeats on each page."""
        from docx.shared import Cm

        self._docx.add_paragraph(grid.caption, "Caption").paragraph_format.keep_with_next = True
        table = self._docx.add_table(0, len(grid.headings), "Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, grid.widths, strict=True):
            column.width = Cm(width)
        for line in (grid.headings, *grid.lines):
            for position, (cell, text) in enumerate(zip(table.add_row().cells, line, strict=True)):
                _fill(cell, text, grid.widths[position], position >= grid.words, self._size - 1)
        _mark_header(table.rows[0])
        for row in table.rows:
            row._tr.get_or_add_trPr().append(_element("w:cantSplit"))
        table._tbl.tblPr.append(_element("w:tblCaption", val=grid.caption))

    def picture(self, png: bytes, caption: str, alternative: str, width: float) -> None:
        """A picture with its caption above and its alternative text; `width` in centimetres."""
        from docx.shared import Cm

        self._docx.add_paragraph(caption, "Caption").paragraph_format.keep_with_next = True
        shape = self._docx.add_picture(io.BytesIO(png), Cm(width))
        shape._inline.docPr.set("descr", alternative)
        shape._inline.docPr.set("title", caption)

    def made(self) -> bytes:
        """The file."""
        out = io.BytesIO()
        self._docx.save(out)
        return out.getvalue()

    def _set_properties(self, title: str, subject: str) -> None:
        properties = self._docx.core_properties
        properties.title = title
        properties.subject = subject
        properties.author = AUTHOR
        properties.language = LANGUAGE
        properties.comments = ""

    def _set_page(self) -> None:
        from docx.shared import Cm

        section = self._docx.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin = section.bottom_margin = Cm(1.6)
        section.footer_distance = Cm(0.8)
        footer = section.footer.paragraphs[0]
        footer.style = "Footer"
        footer.add_run(f"{self._warning} Figures count conversations, not people. Page ".lstrip())
        for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
            footer.add_run()._r.append(_field(kind, text))

    def _set_styles(self) -> None:
        from docx.enum.style import WD_STYLE_TYPE

        styles = self._docx.styles
        for language in styles.element.iter(_name("w:lang")):
            language.set(_name("w:val"), LANGUAGE)
        for name, (size, colour, before, after) in _looks(self._size).items():
            if name not in styles:
                styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
            _set_style(styles[name], size, colour, before, after)
        _frame(styles[PROMPT])


def _looks(size: float) -> dict[str, tuple[float, str, float, float]]:
    """Size, colour, space before and after of each style, in points."""
    return {
        "Normal": (size, "212B32", 0, 5),
        "Title": (size + 9, BLUE, 0, 2),
        "Subtitle": (size + 1, "4C6272", 0, 6),
        "Heading 1": (size + 4, BLUE, 10, 4),
        "Heading 2": (size + 1.5, "212B32", 8, 3),
        "Caption": (size - 0.5, "212B32", 6, 3),
        "List Bullet": (size, "212B32", 0, 2),
        "Footer": (size - 2, "4C6272", 0, 0),
        NOTE: (size - 1.5, "4C6272", 3, 6),
        PROMPT: (size, "212B32", 3, 5),
    }


def _set_style(style: Any, size: float, colour: str, before: float, after: float) -> None:
    from docx.shared import Pt, RGBColor

    style.font.name = FONT
    style.font.size = Pt(size)
    style.font.color.rgb = RGBColor.from_string(colour)
    style.font.italic = False
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    fonts = style.element.get_or_add_rPr().rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(_name(f"w:{theme}"), None)
    for border in list(style.element.iter(_name("w:pBdr"))):
        border.getparent().remove(border)
    for stretch in list(style.element.rPr.iter(_name("w:spacing"), _name("w:kern"))):
        stretch.getparent().remove(stretch)


def _frame(style: Any) -> None:
    """A bar on the left and a pale ground: told apart also without colour, by its first words."""
    properties = style.element.get_or_add_pPr()
    borders = _element("w:pBdr")
    borders.append(_element("w:left", val="single", sz="24", space="6", color=BLUE))
    properties.insert_element_before(borders, "w:shd", "w:spacing", "w:ind", "w:jc")
    ground = _element("w:shd", val="clear", color="auto", fill=PALE_YELLOW)
    properties.insert_element_before(ground, "w:spacing", "w:ind", "w:jc")


def _fill(cell: _Cell, text: str, width: float, is_figure: bool, size: float) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    cell.width = Cm(width)
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(1)
    paragraph.paragraph_format.space_before = Pt(1)
    paragraph.add_run(text).font.size = Pt(size)
    if is_figure:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _mark_header(row: Any) -> None:
    row._tr.get_or_add_trPr().append(_element("w:tblHeader"))
    for cell in row.cells:
        cell._tc.get_or_add_tcPr().append(
            _element("w:shd", val="clear", color="auto", fill=PALE_BLUE)
        )
        for run in cell.paragraphs[0].runs:
            run.bold = True


def _field(kind: str, text: str) -> Any:
    if kind:
        return _element("w:fldChar", fldCharType=kind)
    instruction = _element("w:instrText")
    instruction.text = text
    return instruction


def _element(name: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement

    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(_name(f"w:{key}"), value)
    return element


def _name(tag: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(tag))

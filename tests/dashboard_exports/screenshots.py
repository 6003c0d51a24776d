"""`make screenshots`: writes pictures of documents and a workbook, all made up, to docs/screenshots/."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from PIL import Image

from bot import publishing
from bot.content.library import load
from bot.dashboard.case_study import case_study
from bot.dashboard.figures import Figures
from bot.dashboard.labels import Labels
from bot.dashboard.summary import summary
from bot.dashboard.workbook import as_workbook
from bot.settings import ROOT, settings
from bot.uptake.database import open_database
from bot.uptake.periods import Kind

FOLDER = ROOT / "docs" / "screenshots"
DOTS_PER_INCH = "80"
MOST_PAGES = 3


def main() -> None:
    """Use the made-up figures of `make demo`, make the documents, take pictures of their pages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    url = f"sqlite:///{settings().var_dir / 'demo.db'}"
    with tempfile.TemporaryDirectory() as folder:
        for name, document in _documents(url).items():
            _picture(document, Path(folder), name)


def _documents(url: str) -> dict[str, bytes]:
    content = load(settings().content_dir)
    publishing.fill_demo(url, content, settings().entry_sources)
    database = open_database(url)
    archive = publishing.archive(database, content)
    month, year = archive.periods(Kind.MONTH)[0], archive.periods(Kind.YEAR)[0]
    shown = Figures(archive).counts("uptake", year, "offer")
    checked = [key for key, offer in content.offers.items() if offer.check]
    made = {
        "monthly-summary.docx": summary(archive, content, month.key),
        "workbook.xlsx": as_workbook(
            archive.table("uptake", month, ["offer", "step"]), "uptake", Labels(content)
        ),
        "case-study.docx": case_study(
            archive, content, max(checked, key=lambda key: shown[key] or 0), year.key
        ),
    }
    database.dispose()
    return made


def _picture(document: bytes, folder: Path, name: str) -> None:
    file = folder / name
    file.write_bytes(document)
    title = file.stem
    profile = f"-env:UserInstallation=file://{folder}/office"
    _run(
        "soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)
    )
    _run(
        "pdftoppm", "-r", DOTS_PER_INCH, "-png", str(file.with_suffix(".pdf")), str(folder / title)
    )
    drawn = sorted(folder.glob(f"{title}-*.png"))
    # The notes of a workbook stand on its last page.
    chosen = [*drawn[:1], drawn[-1]] if file.suffix == ".xlsx" else drawn[:MOST_PAGES]
    pages = [Image.open(page) for page in chosen]
    joined = Image.new("RGB", (sum(page.width for page in pages), pages[0].height), "white")
    for number, page in enumerate(pages):
        joined.paste(page, (number * pages[0].width, 0))
    joined.quantize(64).save(FOLDER / f"{title}.png", optimize=True)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()

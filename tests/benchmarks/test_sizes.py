"""Install sizes count what the lock names, and nothing else."""

from __future__ import annotations

from pathlib import Path

from benchmarks.sizes import environment_size


def package(site: Path, name: str, size: int) -> None:
    module, info = site / f"{name}.py", site / f"{name}-1.0.dist-info"
    module.write_bytes(b"#" * size)
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (info / "RECORD").write_text(f"{name}.py,,\n")


def test_only_locked_packages_count(tmp_path: Path) -> None:
    site = tmp_path / "env" / "lib" / "python3.11" / "site-packages"
    site.mkdir(parents=True)
    package(site, "wanted_one", 2_000_000)
    package(site, "other", 5_000_000)
    lock = tmp_path / "lock.txt"
    lock.write_text("wanted-one==1.0 \\\n    --hash=sha256:00\n")
    assert environment_size(tmp_path / "env", lock) == 2.0

"""The wheel as a stranger gets it: it carries its own data and plays far from the checkout."""

import importlib.util
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

PATIENCE = 120.0
PIP = ["-m", "pip", "--disable-pip-version-check", "--no-input"]
STANDS_ON = ("pygame", "yaml", "platformdirs")


def run(python: Path | str, *words: str, cwd: Path) -> str:
    """Run Python where nothing of the checkout can be found by chance; return what it says."""
    apart = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}
    environment = {key: value for key, value in os.environ.items() if key not in apart}
    done = subprocess.run(
        [str(python), *words],
        cwd=cwd,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    # With hatchling at hand nothing is fetched, and the test needs no network.
    near = ["--no-build-isolation"] if importlib.util.find_spec("hatchling") else []
    words = ["wheel", str(ROOT), "--no-deps", *near, "--wheel-dir", str(folder)]
    run(sys.executable, *PIP, *words, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel in a fresh environment and return its Python."""
    folder = tmp_path_factory.mktemp("installed")
    place = venv.EnvBuilder(symlinks=os.name != "nt").ensure_directories(folder)
    venv.create(folder, symlinks=os.name != "nt")
    python = Path(place.env_exe)
    words = ["--python", str(python), "install", "--no-deps", "--no-index", str(wheel)]
    run(sys.executable, *PIP, *words, cwd=folder)
    libraries = run(
        python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder
    )
    # Lent from here, so that nothing is fetched. These folders come after the environment's own,
    # and the .pth files in them, such as an editable quizgame's, are not followed.
    lent = sorted({str(home_of(package)) for package in STANDS_ON})
    (Path(libraries.strip()) / "lent.pth").write_text("\n".join(lent) + "\n", encoding="utf-8")
    return python


def home_of(package: str) -> Path:
    """Return the folder a package is imported from."""
    spec = importlib.util.find_spec(package)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent.parent


def test_the_wheel_carries_every_asset_pack_and_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    apart = {"__pycache__"}
    wanted = {
        f"quizgame/_data/{path.relative_to(ROOT).as_posix()}"
        for folder in ("assets", "questions")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and not apart & set(path.parts)
    }
    assert wanted <= names
    assert any(name.startswith("quizgame/_data/questions/") for name in wanted)
    licences = {name for name in wanted if "LICENSE" in name}
    assert len([name for name in licences if "/fonts/" in name]) == 3
    assert len([name for name in licences if "/sounds/" in name]) == 1
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_the_wheel_carries_no_tests_and_no_second_copy(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"quizgame"}


def test_an_installed_game_plays_its_demo_far_from_the_checkout(
    installed: Path, tmp_path: Path
) -> None:
    where = "import quizgame, quizgame.storage.paths as p; print(quizgame.__file__, p.data_root())"
    for place in run(installed, "-c", where, cwd=tmp_path).split():
        assert Path(place).is_relative_to(installed.parent.parent)
    command = installed.with_name("quizgame.exe" if os.name == "nt" else "quizgame")
    said = run(command, "demo", "--seed", "7", "--shots", "pictures", cwd=tmp_path)
    assert "points" in said
    pictures = list((tmp_path / "pictures").glob("*.png"))
    assert len(pictures) > 10
    assert all(picture.stat().st_size > 10_000 for picture in pictures)

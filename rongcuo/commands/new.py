"""`rongcuo new`: writes what a newcomer to the source tree would copy by hand."""

import re
from keyword import iskeyword
from pathlib import Path

import click

from services import NAMES

TEMPLATES = Path(__file__).parent / "new_service"
ENDING = ".template"
ROOT = Path(__file__).parents[2]
REGISTRY = Path("services", "__init__.py")
WORD = re.compile(r"[a-z]{3,12}")
LAST_NAME = re.compile(r'(?<=^NAMES = \()([^)]*)', re.MULTILINE)


@click.group("new")
def command() -> None:
    """新建 · Write the beginning of something into the source tree."""


def _word(_ctx: click.Context, _option: click.Parameter, given: str | None) -> str | None:
    if given and (iskeyword(given) or not WORD.fullmatch(given)):
        raise click.BadParameter("要 3–12 个小写字母 · 3–12 small letters that mean nothing to Python")
    return given


@command.command("service")
@click.argument("name", callback=_word)
@click.option("--about", callback=_word, help="one of what it keeps, such as report; default: the name")
@click.option("--title", help="what the console calls it; default: the name")
@click.option("--into", type=click.Path(exists=True, file_okay=False, path_type=Path), default=ROOT,
              help="the source tree; default: the one that runs")
def service(name: str, about: str | None, title: str | None, into: Path) -> None:
    """写一个新服务：命令、事件、页面各一 · A service with a command, an event and a page to change."""
    if name in NAMES or (into / "services" / name).exists():
        raise click.ClickException(f"已经有 {name} 服务 · There is a service {name}")
    about = about or name
    words = {"SERVICE": name, "Gadget": name.capitalize(), "TITLE": title or name,
             "Widget": about.capitalize(), "widget": about, "WIDGET": about.upper()}
    for template in sorted(TEMPLATES.rglob(f"*{ENDING}")):
        place = Path(_filled(str(template.relative_to(TEMPLATES)).removesuffix(ENDING), words))
        (into / place).parent.mkdir(parents=True, exist_ok=True)
        (into / place).write_text(_filled(template.read_text("utf-8"), words), "utf-8")
        click.echo(f"写了 new     {place}")
    _register(into / REGISTRY, name)
    click.echo(f"改了 edited  {REGISTRY}\n\n接下来 · What next: CONTRIBUTING.md; make translations lint test")


def _filled(text: str, words: dict[str, str]) -> str:
    for placeholder, word in words.items():
        text = text.replace(placeholder, word)
    return text


def _register(registry: Path, name: str) -> None:
    """As the last of the names, so that no other service's port moves."""
    text = registry.read_text("utf-8")
    registry.write_text(LAST_NAME.sub(rf'\1    "{name}",\n', text, count=1), "utf-8")

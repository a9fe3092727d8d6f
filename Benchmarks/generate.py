#!/usr/bin/env python3
"""Writes a site of generated articles for Limber, and the same content for Hugo.

    python3 Benchmarks/generate.py --articles 10000 --output DIR [--hugo DIR]

The same options give the same bytes on every machine.
"""

import argparse
import sys
from pathlib import Path

from articles import LEAST, MOST, Generator, Options
from hugo_site import HugoSite
from limber_site import LimberSite
from translated import drop_languages
from vocabulary import NAMES

REPOSITORY = Path(__file__).resolve().parent.parent


def share(text: str) -> float:
    """A percentage such as `10%` or `10`, as a number from 0 to 1."""
    value = float(text.removesuffix("%")) / 100
    if not 0 <= value <= 1:
        raise ValueError(text)
    return value


def article_count(text: str) -> int:
    """A number of articles that can be generated."""
    value = int(text)
    if not LEAST <= value <= MOST:
        raise argparse.ArgumentTypeError(f"from {LEAST} to {MOST} articles can be generated")
    return value


def parse_arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description="Write a site of generated articles.")
    parser.add_argument("--articles", type=article_count, default=10_000, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--tables", type=share, default=0.10, metavar="K%", help="articles with a table")
    parser.add_argument("--footnotes", type=share, default=0.10, metavar="K%", help="articles with a footnote")
    parser.add_argument("--warned", type=share, default=0.25, metavar="K%", help="articles with what warnings are for")
    parser.add_argument("--words", choices=NAMES, default="few", help="28 words, 3,000, or the clinic's own")
    parser.add_argument(
        "--languages", choices=("clinic", "one", "two"), default="clinic",
        help="the clinic's, the first of them only, or each article in two",
    )
    parser.add_argument("--source", type=Path, default=REPOSITORY, metavar="DIR", help="the clinic's site")
    parser.add_argument("--output", type=Path, required=True, metavar="DIR", help="Limber's site; must not exist")
    parser.add_argument("--hugo", type=Path, metavar="DIR", help="Hugo's site; must not exist")
    return parser.parse_args()


def main() -> int:
    """Writes the sites; 1 if a folder is in the way or the disk fails, 64 for a wrong command line."""
    try:
        arguments = parse_arguments()
    except SystemExit as stop:
        return 64 if stop.code else 0
    for folder in filter(None, (arguments.output, arguments.hugo)):
        if folder.exists():
            print(f"generate.py: {folder} exists already", file=sys.stderr)
            return 1
    try:
        limber = LimberSite(arguments.source, arguments.output)
        if arguments.languages == "one":
            drop_languages(arguments.output)
        options = Options(
            arguments.articles, arguments.seed, arguments.tables, arguments.footnotes, arguments.warned, arguments.words
        )
        generator = Generator(options, arguments.source)
        hugo = None
        if arguments.hugo:
            hugo = HugoSite(arguments.source, arguments.hugo, {(a.kind, a.id): a.title for a in generator.everything})
        for article in generator.articles():
            limber.write(article)
            if arguments.languages == "two":
                limber.write_translation(article)
            if hugo:
                hugo.write(article)
    except OSError as error:
        print(f"generate.py: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/python3
"""Cut Inter and JetBrains Mono down to what the interface shows.

Run it after changing the characters below; it needs Debian's fonts-inter, fonts-jetbrains-mono and
python3-fonttools, and writes its results beside itself. They are committed, so that a build needs none
of these packages.
"""

import pathlib

from fontTools import subset

INTER = pathlib.Path("/usr/share/fonts/opentype/inter")
JETBRAINS = pathlib.Path("/usr/share/fonts/truetype/jetbrains-mono")
HERE = pathlib.Path(__file__).parent

LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180), *map(ord, "–—‘’‚“”„†‡•…‰′″‹›€™")]
SYMBOLS = [
    *range(0x2190, 0x2194), *map(ord, "↔↕↖↗↘↙↦↩↪↰↱↳↵↺↻⇐⇒⇔⇤⇥⇧⌃⌘⌥⌫⏎⟵⟶⋮⋯"),  # arrows and keys
    *map(ord, "∂∅∈∏∑−√∞∧∨∩∪∫≈≠≡≤≥⊕⊗⟨⟩λµπΔΣΩ"),  # maths
    *map(ord, "■□▪▫▲△▶▷▸▼▽▾◀◁◂◆◇○●◎◯★☆⚠⚡✓✗✕"),  # marks
]
GREEK = [*range(0x391, 0x3AA), *range(0x3B1, 0x3CA)]
CYRILLIC = [*range(0x400, 0x460)]
BOXES = [*range(0x2500, 0x25A0)]  # box drawing and blocks

# What the interface itself says and code is written in: the page fetches no more than this at first. Each face has
# the rest of its characters in a second file.
FIRST = [*range(0x20, 0x7F), *map(ord, "…×→←↑↓−½·–—‘’“”▶●⚠✓✗")]

# What all faces have (kWords of ui/theme.cpp); of the heavy ones nothing more is drawn.
WORDS = [*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x2010, 0x2027), 0x2039, 0x203A,
         *range(0x2190, 0x219A), *map(ord, "▶●⚠✓✔✕✖✗")]
PROSE = LATIN + SYMBOLS
# A program may print anything; these are the scripts whose letters are cheap to keep.
CODE = LATIN + SYMBOLS + GREEK + CYRILLIC + BOXES

FONTS = [
    (INTER / "Inter-Regular.otf", "inter-regular", PROSE),
    (INTER / "Inter-SemiBold.otf", "inter-semibold", WORDS),
    (JETBRAINS / "JetBrainsMono-Regular.ttf", "jetbrains-mono-regular", CODE),
    (JETBRAINS / "JetBrainsMono-Bold.ttf", "jetbrains-mono-bold", WORDS),
]


def cut(source: pathlib.Path, target: pathlib.Path, characters: set[int]) -> None:
    options = subset.Options()
    options.hinting = False
    options.layout_features = []  # ImGui draws one glyph per character: no ligatures, no kerning
    options.drop_tables += ["GDEF", "GSUB", "GPOS"]
    options.name_IDs = [0, 1, 2, 13, 14]  # copyright, name and licence stay in the file
    options.notdef_outline = True
    options.desubroutinize = True
    font = subset.load_font(str(source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    subset.save_font(font, str(target), options)
    print(f"{target.name}: {target.stat().st_size} bytes, {len(font.getBestCmap())} characters")


def main() -> None:
    for source, name, characters in FONTS:
        cut(source, HERE / f"{name}{source.suffix}", set(FIRST))
        cut(source, HERE / f"{name}-more{source.suffix}", set(characters) - set(FIRST))


if __name__ == "__main__":
    main()

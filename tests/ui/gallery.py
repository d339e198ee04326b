#!/usr/bin/env python3
"""Makes screenshots of the interface, to be looked at: gallery.py AWAITSCOPE_DESKTOP FOLDER

Every size, with the article's listings, lessons, and programs of our own; themes, scales, and what
opens on demand. The names say what is shown. It ends with 1 where a picture could not be made.
"""
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent / "gallery"
SIZES = {"1280": ("1280x720", 1), "1600": ("1600x900", 1), "1920": ("1920x1080", 1), "2560": ("2560x1440", 1),
         "tablet": ("820x1180", 2), "tablet-sideways": ("1180x820", 2), "phone": ("390x844", 2),
         "phone-sideways": ("844x390", 2), "frame": ("640x360", 2), "large-frame": ("800x450", 2),
         "article": ("720x640", 2)}
PROGRAMS = {"locks": 60, "recursion": 90, "group": 100, "million": 8000, "failing": 9999, "unfinished": 0}
LESSONS = ("init", "awaitable", "context-manager", "awaits-itself", "interleaving", "timeout", "cancellation")


def pictures():
    """Name, size, and the arguments that make it."""
    for size in SIZES:
        yield "listing", size, ["--lesson", "awaits-itself", "--step", "40"]
        yield "start", size, []
        for program, step in PROGRAMS.items():
            yield program, size, [str(HERE / f"{program}.py"), "--step", str(step)]
    for lesson in LESSONS:
        yield f"lesson-{lesson}", "1280", ["--lesson", lesson, "--step", "30"]
    for theme in ("light", "contrast"):
        for size in ("1280", "phone"):
            yield f"theme-{theme}", size, [str(HERE / "group.py"), "--step", "100", "--theme", theme]
    for tab in ("toggles", "timeline", "loop", "output"):
        yield f"tab-{tab}", "phone", [str(HERE / "locks.py"), "--step", "200", "--press", f"tab.{tab}"]
    locks = [str(HERE / "locks.py"), "--step", "100"]
    yield "time-scale", "1280", locks + ["--press", "timeline.time"]
    yield "zoomed", "1280", [str(HERE / "recursion.py"), "--step", "90"] + ["--press", "timeline.in"] * 3
    yield "hovered", "1920", locks + ["--point", "500,955"]
    yield "breakpoints", "1280", locks + ["--press", "source.break.13", "--press", "source.break.15"]
    yield "injected", "1280", [str(HERE / "group.py"), "--step", "60", "--press", "loop.inject.4.cancel"]
    yield "predicting", "1280", locks + ["--press", "output.predict"]
    yield "predicting", "phone", locks + ["--press", "tab.output", "--press", "output.predict"]
    yield "raising", "1280", [str(HERE / "group.py"), "--step", "60", "--press", "loop.inject.4.raise"]
    yield "lessons", "1280", ["--press", "lesson"]
    yield "lessons", "phone", ["--press", "lesson"]
    pinned = ["--lesson", "awaits-itself", "--press", "source.pin"]
    yield "comparing", "1600", pinned + ["--press", "toggle.aenter.sleeps", "--press", "source.compare"]
    yield "comparing", "phone", pinned + ["--press", "tab.toggles", "--press", "toggle.aenter.sleeps",
                                          "--press", "tab.source", "--press", "source.compare"]
    for size in ("1280", "phone"):
        yield "versions", size, ["--press", "python"]
        yield "versions-compared", size, ["--press", "python", "--press", "change.wait-for"]
    yield "answer", "1600", ["--lesson", "awaits-itself", "--press", "loop.answer"]
    yield "share", "1280", ["--press", "window.share"]
    yield "share", "phone", ["--press", "window.share"]
    yield "help", "1280", ["--press", "window.help"]
    yield "help", "phone", ["--press", "window.help"]


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    failed = 0
    for name, size, arguments in pictures():
        window, scale = SIZES[size]
        to = folder / f"{name}-{size}.png"
        to.unlink(missing_ok=True)
        # The window's points are those of the size; pixels are as dense as on such a screen.
        made = subprocess.run([program, *arguments, "--size", window, "--scale", str(scale), "--screenshot", str(to)],
                              env={**os.environ, "SDL_VIDEODRIVER": "offscreen"}, capture_output=True, text=True)
        if made.returncode or not to.exists():
            failed += 1
            print(f"{to.name}: {made.stderr.strip() or 'no picture'}", file=sys.stderr)
    print(f"pictures in {folder}, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

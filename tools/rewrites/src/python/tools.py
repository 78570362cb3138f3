"""Rewrites by tools that know nothing of us: formatters, linters' own fixes, upgraders."""

import subprocess
import sys
from pathlib import Path

import black
import libcst as cst
from libcst.codemod import CodemodContext
from libcst.codemod.commands.convert_format_to_fstring import ConvertFormatStringCommand
from libcst.codemod.commands.convert_percent_format_to_fstring import ConvertPercentFormatStringCommand


def blackened(**mode):
    return lambda text, random: black.format_str(text, mode=black.Mode(**mode))


def command(kind):
    return lambda text, random: kind(CodemodContext()).transform_module(cst.parse_module(text)).code


def ruff(*args):
    def fix(text, random):
        program = Path(sys.executable).with_name("ruff")
        ran = subprocess.run([program, *args, "--isolated", "--quiet", "-"], input=text, capture_output=True, text=True)
        if ran.returncode not in (0, 1):
            raise ValueError(ran.stderr)
        return ran.stdout

    return fix


def ruff_fix(rules):
    return ruff("check", "--fix-only", "--no-cache", f"--select={rules}", "--target-version=py311")


def pyupgrade(text, random):
    program = Path(sys.executable).with_name("pyupgrade")
    ran = subprocess.run([program, "--py38-plus", "-"], input=text, capture_output=True, text=True)
    return ran.stdout


TOOLS = {
    "format-narrow": ("black", blackened(line_length=72)),
    "format-wide": ("black", blackened(line_length=120, string_normalization=False)),
    "format-preview": ("black", blackened(line_length=100, preview=True, magic_trailing_comma=False)),
    "format-ruff": ("ruff format", ruff("format", "--line-length=90", "--config=format.quote-style='single'")),
    "format-to-fstring": ("libcst commands", command(ConvertFormatStringCommand)),
    "percent-to-fstring": ("libcst commands", command(ConvertPercentFormatStringCommand)),
    "unnest-else": ("ruff", ruff_fix("RET505,RET506,RET507,RET508,PLR5501")),
    "simplify": ("ruff", ruff_fix("SIM102,SIM103,SIM114,SIM118,SIM201,SIM202,SIM208,SIM210,SIM212,SIM300,RET502,RET504")),
    "modernise": ("pyupgrade", pyupgrade),
    "sort-imports": ("ruff", ruff_fix("I001")),
}

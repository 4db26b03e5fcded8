"""Typer's own words in Chinese: help headings and what is said of a bad call."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup


def _usage(english: str) -> str:
    return (
        english.replace("Usage:", "用法：", 1)
        .replace("[OPTIONS]", "[选项]")
        .replace("COMMAND [ARGS]...", "命令 [参数]...")
    )


class ChineseCommand(TyperCommand):
    """A command whose help a reader of Chinese understands."""

    def get_usage(self, ctx: Any) -> str:
        """Return the usage line."""
        return _usage(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> Any:
        """Explain --help in Chinese."""
        return _explained(super().get_help_option(ctx))


class ChineseGroup(TyperGroup):
    """A group of commands whose help a reader of Chinese understands."""

    def get_usage(self, ctx: Any) -> str:
        """Return the usage line."""
        return _usage(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> Any:
        """Explain --help in Chinese."""
        return _explained(super().get_help_option(ctx))


def _explained(option: Any) -> Any:
    if option is not None:
        option.help = "显示本说明后退出"
    return option


def name_panels() -> None:
    """Give the boxes of the help page Chinese titles; imports Rich, so call it only for help."""
    from typer import rich_utils

    rich_utils.ARGUMENTS_PANEL_TITLE = "参数"
    rich_utils.OPTIONS_PANEL_TITLE = "选项"
    rich_utils.COMMANDS_PANEL_TITLE = "命令"
    rich_utils.REQUIRED_LONG_STRING = "[必填]"
    rich_utils.DEFAULT_STRING = "[默认：{}]"


def call_problem(error: typer.TyperException) -> str:
    """Say in Chinese what is wrong with a call, and where the help is."""
    kind = type(error).__name__
    name = _name(error)
    said = {
        "NoSuchOption": f"没有选项 {name}",
        "MissingParameter": f"缺少参数 {name}",
        "BadParameter": f"参数 {name} 的值{_given(error)}不能用",
        "BadOptionUsage": f"选项 {name} 后面缺少内容",
        "BadArgumentUsage": "参数的个数不对",
        "FileError": "打不开文件",
        "NoArgsIsHelpError": "没有写命令",
    }.get(kind, f"命令写法不对：{error.format_message()}")
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "govdocs"
    return f"{said}\n处理：运行 {path} --help 查看写法。"


def _name(error: typer.TyperException) -> str:
    """The option or argument as the help page names it."""
    named = getattr(error, "option_name", "") or getattr(error, "param_hint", "")
    if named:
        return str(named)
    parameter = getattr(error, "param", None)
    if parameter is None:
        return ""
    if parameter.param_type_name == "option":
        return str(max(parameter.opts, key=len))
    return str(parameter.metavar or parameter.name)


def _given(error: typer.TyperException) -> str:
    """The value that was refused, where the refusal carries it."""
    errors = getattr(error.__cause__, "errors", None)
    if errors is None:
        return ""
    return f"“{errors()[0].get('input', '')}”"

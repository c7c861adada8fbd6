"""Usage errors in the user's language: 没有选项 --fromat，是否指 --format？"""

from __future__ import annotations


def explain_usage(error: Exception) -> str | None:
    """The line for an error of the command line; empty where all is said already, None where it is no usage error."""
    # typer carries its own copy of click in newer releases, so the classes are told by name
    names = {cls.__name__ for cls in type(error).__mro__}
    if "Abort" in names or "NoArgsIsHelpError" in names:
        show = getattr(error, "show", None)
        if show is not None:
            show()
        return ""
    if "ClickException" not in names:
        return None
    message = str(getattr(error, "message", None) or error)
    if "NoSuchOption" in names:
        near = getattr(error, "possibilities", None) or ()
        hint = f"，是否指 {'、'.join(near)}？" if near else "；planlint --help 列出全部选项"
        return f"没有选项 {getattr(error, 'option_name', '')}{hint}"
    if "MissingParameter" in names:
        param = getattr(error, "param", None)
        name = getattr(param, "human_readable_name", None) or "PATH"
        return f"缺少参数 {name}；在命令后加 --help 看用法"
    if "BadParameter" in names:
        param = getattr(error, "param", None)
        name = "/".join(getattr(param, "opts", []) or []) or "参数"
        return f"{name} 的取值不对：{message}"
    if "No such command" in message:
        return f"没有这个命令：{message.split(chr(39))[1] if chr(39) in message else message}；planlint --help 列出全部命令"
    return message

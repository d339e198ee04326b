#include "engine/lesson/source.h"

#include <string_view>

namespace awaitscope {

namespace {

// What each choice writes, at the margin; source_of() indents it and, where the article has none,
// takes out the comments. A choice that writes nothing has no method. The texts of one toggle
// differ as little as they can, so that switching it changes on the screen only what it means.

constexpr std::string_view kInitCode[] = {
    R"(def __init__(self):
    print("init")
    # We cannot await anything in here
)",
    R"(async def __init__(self):
    print("init")
    # We would like to await in here
)",
};

constexpr std::string_view kAwaitCode[] = {
    "",
    R"(def __await__(self):
    async def closure():
        print("await")
        # We can await in here
        return self

    return closure().__await__()
)",
    R"(def __await__(self):
    print("await")
    # We cannot await in here, only yield to the event loop
    yield
    return self
)",
    R"(def __await__(self):
    async def closure():
        print("await")
        # We can await in here
        await asyncio.sleep(1)
        print("awaited")
        return self

    return closure().__await__()
)",
    R"(def __await__(self):
    print("await")
    return self
)",
    R"(async def __await__(self):
    print("await")
    # We would like to await in here
    return self
)",
};

constexpr std::string_view kAenterCode[] = {
    "",
    R"(async def __aenter__(self):
    print("enter")
    return self
)",
    R"(async def __aenter__(self):
    print("enter")
    await self
    return self
)",
    R"(async def __aenter__(self):
    print("enter")
    await asyncio.sleep(1)
    print("entered")
    return self
)",
    R"(async def __aenter__(self):
    print("enter")
    raise RuntimeError("enter failed")
)",
    R"(async def __aenter__(self):
    print("enter")
)",
    R"(def __aenter__(self):
    print("enter")
    return self
)",
};

constexpr std::string_view kAexitCode[] = {
    "",
    R"(async def __aexit__(self, *args):
    print("exit")
)",
    R"(async def __aexit__(self, *args):
    print("exit")
    return True
)",
    R"(async def __aexit__(self, *args):
    print("exit")
    await asyncio.sleep(1)
    print("exited")
)",
    R"(async def __aexit__(self, *args):
    print("exit")
    raise RuntimeError("exit failed")
)",
    R"(def __aexit__(self, *args):
    print("exit")
)",
};

constexpr std::string_view kPlainMethod = R"(async def a_method(self):
    print("a_method")
    # We can await in here
)";

constexpr std::string_view kMethodCode[] = {
    kPlainMethod,
    R"(async def a_method(self):
    print("a_method")
    # We can await in here
    await asyncio.sleep(1)
    print("a_method done")
)",
    R"(async def a_method(self):
    print("a_method")
    # We can await in here
    raise ValueError("a_method failed")
)",
    kPlainMethod,  // the mistake is at the call
};

constexpr std::string_view kGather = R"(async def main():
    await asyncio.gather(greet(), greet())
)";

constexpr std::string_view kTaskGroup = R"(async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(greet())
        group.create_task(greet())
)";

constexpr std::string_view kCancelled = R"(async def main():
    task = asyncio.create_task(greet())
    await asyncio.sleep(0.5)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
)";

constexpr std::string_view kLoopCode[] = {
    R"(if __name__ == "__main__":
    loop = asyncio.get_event_loop()
    loop.run_until_complete(main())
)",
    R"(if __name__ == "__main__":
    asyncio.run(main())
)",
};

enum class Comments { kept, dropped };

bool is_comment(std::string_view line) {
  const std::size_t first = line.find_first_not_of(' ');
  return first != std::string_view::npos && line[first] == '#';
}

void append_indented(std::string& source, std::string_view text, std::size_t depth,
                     Comments comments = Comments::kept) {
  while (!text.empty()) {
    const std::size_t length = text.find('\n') + 1;
    const std::string_view line = text.substr(0, length);
    text.remove_prefix(length);
    if (comments == Comments::dropped && is_comment(line)) continue;
    if (length > 1) source.append(4 * depth, ' ');
    source += line;
  }
}

std::string class_of(const Toggles& toggles) {
  const bool is_context_manager =
      toggles.aenter() != AenterChoice::none || toggles.aexit() != AexitChoice::none;
  const Comments comments = is_context_manager ? Comments::dropped : Comments::kept;
  const std::string_view methods[] = {
      kInitCode[static_cast<std::size_t>(toggles.init())],
      kAwaitCode[static_cast<std::size_t>(toggles.await())],
      kAenterCode[static_cast<std::size_t>(toggles.aenter())],
      kAexitCode[static_cast<std::size_t>(toggles.aexit())],
      kMethodCode[static_cast<std::size_t>(toggles.method())],
  };
  std::string text = "class Hello:\n";
  for (const std::string_view& method : methods) {
    if (method.empty()) continue;
    if (&method != methods) text += '\n';
    append_indented(text, method, 1, comments);
  }
  return text;
}

// The lines that make the object and use it.
std::string use_of(const Toggles& toggles) {
  const std::string call =
      toggles.method() == MethodChoice::not_awaited ? "h.a_method()\n" : "await h.a_method()\n";
  const std::string block = "    print(\"context\")\n    " + call;
  switch (toggles.use()) {
    case UseChoice::construct: return "h = Hello()\n" + call;
    case UseChoice::await: return "h = await Hello()\n" + call;
    case UseChoice::async_with: return "async with Hello() as h:\n" + block;
    case UseChoice::await_async_with: return "async with await Hello() as h:\n" + block;
    case UseChoice::sync_with: return "with Hello() as h:\n" + block;
    case UseChoice::await_twice: return "h = Hello()\nawait h\nawait h\n" + call;
  }
  return {};
}

// main(), and greet() before it where the use runs in tasks of its own.
std::string functions_of(const Toggles& toggles) {
  const std::string use = use_of(toggles);
  std::string text;
  const auto greet_and = [&](std::string_view main) {
    text = "async def greet():\n";
    append_indented(text, use, 1);
    text += "\n\n";
    text += main;
  };
  switch (toggles.run()) {
    case RunChoice::single:
      text = "async def main():\n";
      append_indented(text, use, 1);
      break;
    case RunChoice::gather: greet_and(kGather); break;
    case RunChoice::task_group: greet_and(kTaskGroup); break;
    case RunChoice::cancelled: greet_and(kCancelled); break;
    case RunChoice::timeout:
      text = "async def main():\n    try:\n        async with asyncio.timeout(0.5):\n";
      append_indented(text, use, 3);
      text += "    except TimeoutError:\n        print(\"timeout\")\n";
      break;
  }
  return text;
}

}  // namespace

std::string source_of(const Toggles& toggles) {
  std::string source = "import asyncio\n\n\n";
  source += class_of(toggles);
  source += "\n\n";
  source += functions_of(toggles);
  source += "\n\n";
  source += kLoopCode[static_cast<std::size_t>(toggles.loop())];
  return source;
}

}  // namespace awaitscope

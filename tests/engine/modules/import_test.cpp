// Importing what the engine has. What the modules do, tests/conformance/programs/modules says.

#include "engine/modules/import.h"

#include <doctest/doctest.h>

#include "tests/engine/program.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("modules");

TEST_CASE("every module that the engine names can be imported") {
  for (std::string_view name : module_names()) {
    CAPTURE(name);
    Program program("import " + std::string(name) + "\nprint(" + std::string(name) + ".__name__)",
                    under(Version::V3_15));  // which has them all
    CHECK(program.run.err() == "");
    CHECK(program.lines() == std::vector<std::string>{std::string(name)});
  }
}

// (What CPython says, tests/conformance cannot ask: it runs without site-packages, and says that
// instead.)
TEST_CASE(
    "3.15 proposes a module where a name was mistyped, one that lies in a folder and in the same "
    "package") {
  const std::pair<const char*, const char*> cases[] = {
      {"jsn", "No module named 'jsn'. Did you mean: 'json'?"},
      {"maths", "No module named 'maths'"},
      {"timee", "No module named 'timee'. Did you mean: 'timeit'?"},
      {"asyncio.taks", "No module named 'asyncio.taks'. Did you mean: 'asyncio.tasks'?"},
      {"concurrent.futurs",
       "No module named 'concurrent.futurs'. Did you mean: 'concurrent.futures'?"},
      {"collections.abcc", "No module named 'collections.abcc'"},
      {"os.pth", "No module named 'os.pth'; 'os' is not a package"},
  };
  for (const auto& each : cases) {
    const std::string name = each.first, message = each.second;
    CAPTURE(name);
    const Program program("import " + name, under(Version::V3_15));
    const std::string wanted = "\nModuleNotFoundError: " + message + "\n";
    const std::string_view err = program.run.err();
    CHECK(err.substr(err.size() - std::min(err.size(), wanted.size())) == wanted);
  }
}

TEST_CASE("a module is made once, and is the same for all who import it") {
  Program program(
      "import sys, json\n"
      "json.seen = 1\n"
      "from json import seen\n"
      "print(seen, sys.modules['json'] is json)\n");
  CHECK(program.lines() == std::vector<std::string>{"1 True"});
}

TEST_CASE("a module of the engine's own leaves no events and no entries in tracebacks") {
  Program program(
      "import heapq\n"
      "try:\n"
      "    heapq.merge([1], key=1, reverse=2, wrong=3)\n"
      "except TypeError as error:\n"
      "    entries, at = 0, error.__traceback__\n"
      "    while at: entries, at = entries + 1, at.tb_next\n"
      "    print(entries)\n");
  CHECK(program.lines() == std::vector<std::string>{"1"});
  const Recording& recording = program.run.recording();
  for (size_t i = 0; i < recording.size(); ++i) {
    if (!is_of_frame(recording[i].kind())) continue;
    CHECK(recording.code_of(recording[i].subject).qualname == "<module>");
  }
}

TEST_CASE("what is not there is refused as CPython does, and why is said where it is printed") {
  Program program(
      "try:\n"
      "    import socketserver\n"
      "except ImportError as error:\n"
      "    print(error, error.name)\n"
      "import socketserver\n");
  CHECK(program.run.exit_status() == 1);
  CHECK(program.lines() == std::vector<std::string>{"No module named 'socketserver' socketserver"});
  CHECK(program.run.err().find(
            "ModuleNotFoundError: No module named 'socketserver' (there is no network here)") !=
        std::string_view::npos);
}

TEST_CASE("a module that is known from elsewhere is refused with what can stand in for it") {
  for (const auto& known :
       {std::pair("aiohttp", "asyncio.sleep() can stand in for a request"),
        std::pair("trio", "asyncio.TaskGroup can stand in for a nursery"),
        std::pair("attr", "dataclasses can stand in"), std::pair("pytest", "unittest can stand in"),
        std::pair("email", "this module of the standard library is not here")}) {
    CAPTURE(known.first);
    Program program(std::string("import ") + known.first + "\n");
    CHECK(program.run.err().find(known.second) != std::string_view::npos);
  }
  Program unknown("import nobody_knows\n");
  CHECK(unknown.run.err().find("No module named 'nobody_knows'\n") != std::string_view::npos);
}

TEST_SUITE_END();

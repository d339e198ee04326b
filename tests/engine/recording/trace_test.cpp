#include "engine/recording/traces/trace.h"

#include <map>
#include <set>
#include <sstream>
#include <string>

#include "doctest/doctest.h"
#include "engine/recording/reading/json.h"
#include "tests/engine/recording/script.h"

using namespace awaitscope;
using namespace awaitscope::testing;

TEST_SUITE_BEGIN("recording");

namespace {

// A module whose main() prints twice, waits for a second and returns.
void tell(Script& s) {
  uint32_t program = s.call(s.module(9));
  s.line(program, 9);
  uint32_t main = s.new_frame(s.coroutine("main", 3, 6));
  uint32_t task = s.new_task("Task-1", main);
  s.add(EventKind::LoopRun, 0, 0);
  s.turn(1);
  s.run(1);
  s.step(task);
  s.start(main);
  s.line(main, 4);
  s.out("a");
  s.out("\n");
  s.line(main, 5);
  uint32_t future = s.new_future();
  uint32_t timer = s.timer("set_result", 0.1 + 0.2);
  s.suspend(main, Script::none());
  s.waits(task, future);
  s.handle_done(1);
  s.turn(2);
  s.jump(0, 0.1 + 0.2);
  s.fire(timer);
  s.run(timer);
  uint32_t done = s.set_result(future);
  uint32_t wakeup = s.new_handle("Task-1 wakeup", task);
  s.schedule(wakeup, done);
  s.handle_done(timer);
  s.turn(3);
  s.run(wakeup);
  s.step(task);
  s.throw_into(main, s.text("CancelledError()"));
  s.out("b\n");
  s.raises(main, s.text("CancelledError()"));
  s.add(EventKind::TaskCancelled, 0, task);
  s.handle_done(wakeup);
  s.add(EventKind::LoopStop, 0, 0);
  s.err("Traceback\n");
  s.raises(program, s.text("CancelledError()"));
  s.end(1);
}

}  // namespace

TEST_CASE(
    "trace json is the schema of the oracle: out merged, throw a resume, the module left out") {
  Script s;
  tell(s);
  CHECK(trace_json(s.recording, {RunState::Finished, 1}, TraceLines::Left) ==
        R"({"python": "3.14", "exit": 1, "stdout": "a\nb\n", "stderr": "Traceback\n", "events": [)"
        R"(["start", "main", 3, 1, 0.0], ["out", "a\n", 0, 1, 0.0], )"
        R"(["suspend", "main", 5, 1, 0.0], ["resume", "main", 5, 3, 0.3], )"
        R"(["out", "b\n", 0, 3, 0.3], ["raise", "main", 5, 3, 0.3]]})"
        "\n");
}

TEST_CASE("trace json has the module's lines where lines are asked for") {
  Script s;
  tell(s);
  const std::string text = trace_json(s.recording, {RunState::Paused}, TraceLines::Written);
  CHECK(text.find(R"("exit": "budget")") != std::string::npos);
  CHECK(text.find(R"(["line", "<module>", 9, 0, 0.0], ["start", "main", 3, 1, 0.0])") !=
        std::string::npos);
  CHECK(text.find(R"(["line", "main", 4, 1, 0.0], ["out", "a\n", 0, 1, 0.0])") !=
        std::string::npos);
}

TEST_CASE("what counts towards the budget is what the trace holds") {
  Script s;
  tell(s);
  const TraceCount count = count_trace(s.recording, 0);
  CHECK(count.lines == 3);
  CHECK(count.events == 7);  // the two outs that are one in the text are two here
  CHECK(count_trace(s.recording, s.recording.size()).events == 0);
}

TEST_CASE("trace text has a line for each event, indented by depth, with the source's lines") {
  Script s;
  tell(s);
  const std::string text = trace_text(s.recording, {RunState::Finished, 1}, TraceLines::Written,
                                      "1\n2\n3\n  print('a')\n  await x\n");
  CHECK(text.find("   1      0.0  Task-1       3  start main\n") != std::string::npos);
  CHECK(text.find("   1      0.0  Task-1       4  print('a')\n") != std::string::npos);
  CHECK(text.find("   3      0.3  Task-1          out \"b\\n\"\n") != std::string::npos);
  CHECK(text.find("exit 1\n") != std::string::npos);
}

TEST_CASE("in the chrome trace every slice that begins ends, and every arrow has both ends") {
  Script s;
  SUBCASE("of a small run") { tell(s); }
  SUBCASE("of a long one") { imagine(s, 5000, 5, 1); }
  const std::string text = trace_chrome(s.recording);
  auto count = [&](std::string_view part) {
    size_t n = 0;
    for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
    return n;
  };
  CHECK(count(R"({"ph": "B")") > 3);
  CHECK(count(R"({"ph": "B")") == count(R"({"ph": "E")"));
  CHECK(count(R"({"ph": "f")") > 0);
  CHECK(count(R"({"ph": "s")") >= count(R"({"ph": "f")"));
  CHECK(text.find(R"("name": "thread_name", "args": {"name": "Task-1"})") != std::string::npos);
}

TEST_CASE("a sequence diagram has each task before it is spoken to, and ends what it begins") {
  Script s;
  SUBCASE("of a small run") { tell(s); }
  SUBCASE("of a long one") { imagine(s, 20'000, 5, 1); }
  const std::string text = trace_mermaid(s.recording);
  CHECK(text.rfind("sequenceDiagram\n", 0) == 0);
  std::set<std::string> known;
  std::map<std::string, int> active;
  std::istringstream lines(text);
  std::string line;
  std::getline(lines, line);
  int messages = 0;
  while (std::getline(lines, line)) {
    CAPTURE(line);
    std::istringstream words(line);
    std::string first, name;
    words >> first >> name;
    if (first == "participant") {
      CHECK(known.insert(name).second);
    } else if (first == "activate") {
      CHECK(++active[name] == 1);
    } else if (first == "deactivate") {
      CHECK(--active[name] == 0);
    } else {
      ++messages;
      CHECK(line.find(": ") != std::string::npos);
      if (first == "Note") continue;
      const size_t end = first.find('-');
      REQUIRE(end != std::string::npos);
      CHECK(known.count(first.substr(0, end)) == 1);
      std::string to = first.substr(first.find_first_of("PLT", end));
      to.pop_back();  // the colon
      CHECK(known.count(to) == 1);
    }
  }
  for (const auto& [name, count] : active) CHECK(count == 0);
  CHECK(messages > 5);
  CHECK(messages < 320);
}

TEST_CASE("json text is escaped, and bytes that are no UTF-8 do not break it") {
  std::string to;
  JsonWriter(to).text("a\"b\\c\n\t\r\x01 é 日 😀");
  CHECK(to == "\"a\\\"b\\\\c\\n\\t\\r\\u0001 é 日 😀\"");
  for (const char* broken : {"\xff", "\xc3", "\xed\xa0\x80", "\xe2\x82", "\xc0\x80"}) {
    std::string text;
    JsonWriter(text).text(broken);
    CHECK(text.find("\xef\xbf\xbd") != std::string::npos);
    CHECK(text.find(broken) == std::string::npos);
  }
}

TEST_CASE("json nests without a comma too many or too few") {
  std::string to;
  JsonWriter json(to);
  json.begin_object().key("a").begin_array().integer(1).null().begin_object().end_object();
  json.end_array().key("b").boolean(true).key("c").begin_array().end_array().end_object();
  CHECK(to == R"({"a": [1, null, {}], "b": true, "c": []})");
}

TEST_SUITE_END();

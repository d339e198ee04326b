#include "engine/lesson/toggles.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace awaitscope;

TEST_SUITE_BEGIN("lesson");

TEST_CASE("the toggles, their choices and the defaults are those of the address") {
  const char* const expected =
      "init: plain async(mistake)\n"
      "await: none closure generator sleeps not_iterator(mistake) async_def(mistake)\n"
      "aenter: none plain awaits_self sleeps raises returns_none(mistake) sync_def(mistake)\n"
      "aexit: none plain suppresses sleeps raises sync_def(mistake)\n"
      "method: plain sleeps raises not_awaited(mistake)\n"
      "use: construct await async_with await_async_with sync_with(mistake) await_twice\n"
      "run: single gather task_group timeout cancelled\n"
      "loop: get_event_loop asyncio_run\n";
  std::string table;
  for (const Toggle& toggle : toggle_table()) {
    table += std::string(toggle.id) + ":";
    for (const Choice& choice : toggle.choices) {
      table += " " + std::string(choice.id) + (choice.mistake ? "(mistake)" : "");
    }
    table += "\n";
  }
  CHECK(table == expected);
}

TEST_CASE("every toggle and choice says what it is, shortly") {
  for (const Toggle& toggle : toggle_table()) {
    CAPTURE(toggle.id);
    CHECK(!toggle.label.empty());
    CHECK(toggle.description.back() == '.');
    std::set<std::string_view> labels;
    for (const Choice& choice : toggle.choices) {
      CAPTURE(choice.id);
      CHECK(!choice.label.empty());
      CHECK(choice.label.size() <= 24);
      CHECK(choice.description.size() <= 140);
      CHECK(choice.description.back() == '.');
      CHECK(labels.insert(choice.label).second);
    }
  }
}

TEST_CASE("the typed choices stand where the table has them") {
  Toggles toggles;
  CHECK(toggles.set("init", "async") == std::nullopt);
  CHECK(toggles.set("await", "async_def") == std::nullopt);
  CHECK(toggles.set("aenter", "sync_def") == std::nullopt);
  CHECK(toggles.set("aexit", "sync_def") == std::nullopt);
  CHECK(toggles.set("method", "not_awaited") == std::nullopt);
  CHECK(toggles.set("use", "await_twice") == std::nullopt);
  CHECK(toggles.set("run", "cancelled") == std::nullopt);
  CHECK(toggles.set("loop", "asyncio_run") == std::nullopt);
  CHECK(toggles == Toggles(InitChoice::async, AwaitChoice::async_def, AenterChoice::sync_def,
                           AexitChoice::sync_def, MethodChoice::not_awaited, UseChoice::await_twice,
                           RunChoice::cancelled, LoopChoice::asyncio_run));
  CHECK(toggles.init() == InitChoice::async);
  CHECK(toggles.await() == AwaitChoice::async_def);
  CHECK(toggles.aenter() == AenterChoice::sync_def);
  CHECK(toggles.aexit() == AexitChoice::sync_def);
  CHECK(toggles.method() == MethodChoice::not_awaited);
  CHECK(toggles.use() == UseChoice::await_twice);
  CHECK(toggles.run() == RunChoice::cancelled);
  CHECK(toggles.loop() == LoopChoice::asyncio_run);
  CHECK(toggles.number() == kCombinationCount - 1);
}

TEST_CASE("every combination has a number of its own, and ids that lead back to it") {
  CHECK(Toggles().number() == 0);
  CHECK(Toggles::from_number(1).loop() == LoopChoice::asyncio_run);
  std::size_t wrong = 0;
  for (std::size_t number = 0; number < kCombinationCount; ++number) {
    const Toggles toggles = Toggles::from_number(number);
    Toggles parsed;
    for (std::size_t i = 0; i < kToggleCount; ++i) {
      if (parsed.set(toggle_table()[i].id, toggles.choice(i).id)) ++wrong;
    }
    if (parsed != toggles || parsed.number() != number) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("an unknown toggle is refused and the toggles are named") {
  Toggles toggles;
  CHECK(toggles.set("awiat", "closure") ==
        "there is no toggle 'awiat'; the toggles are init, await, aenter, aexit, method, use, "
        "run, loop");
  CHECK(toggles == Toggles());
}

TEST_CASE("an unknown choice is refused and the choices are named") {
  Toggles toggles;
  CHECK(toggles.set("loop", "uvloop") ==
        "'loop' cannot be 'uvloop'; it can be get_event_loop, asyncio_run");
  CHECK(toggles.set("init", "") == "'init' cannot be ''; it can be plain, async");
  CHECK(toggles.set("aexit", "awaits_self").has_value());  // a choice of another toggle
  CHECK(toggles == Toggles());
}

TEST_CASE("addresses and options can leave out what is default") {
  Toggles toggles;
  CHECK(address_of(toggles) == "");
  CHECK(options_of(toggles, Defaults::left_out) == "");
  REQUIRE(!toggles.set("await", "closure"));
  REQUIRE(!toggles.set("use", "await"));
  CHECK(address_of(toggles) == "await=closure&use=await");
  CHECK(options_of(toggles, Defaults::left_out) == "--await closure --use await");
  CHECK(address_of(toggles, Defaults::written) ==
        "init=plain&await=closure&aenter=none&aexit=none&method=plain&use=await&run=single&"
        "loop=get_event_loop");
  CHECK(options_of(toggles) ==
        "--init plain --await closure --aenter none --aexit none --method plain --use await "
        "--run single --loop get_event_loop");
}

TEST_CASE("an address leads back to its toggles") {
  for (std::size_t number = 0; number < kCombinationCount; number += 997) {
    const Toggles toggles = Toggles::from_number(number);
    Toggles read;
    CHECK(!toggles_from_address(address_of(toggles), read));
    CHECK(read == toggles);
    CHECK(!toggles_from_address("#" + address_of(toggles, Defaults::written) + "&step=7", read));
    CHECK(read == toggles);
  }
  Toggles read;
  CHECK(toggles_from_address("await=sometimes", read)->find("closure") != std::string::npos);
  CHECK(toggles_from_address("awake=closure", read)->find("awake") != std::string::npos);
}

TEST_SUITE_END();

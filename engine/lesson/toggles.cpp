#include "engine/lesson/toggles.h"

#include <algorithm>

namespace awaitscope {

namespace {

constexpr Choice kInit[] = {
    {"plain", "def", "An ordinary method. It initializes the object and cannot use await."},
    {"async", "async def",
     "Calling it only creates a coroutine object, which nothing awaits. Hello() raises a "
     "TypeError.",
     true},
};

constexpr Choice kAwait[] = {
    {"none", "none", "Without __await__ the object cannot be awaited."},
    {"closure", "async closure",
     "A coroutine function inside does the work, and __await__ returns its iterator."},
    {"generator", "generator",
     "__await__ yields once: the task gives control to the event loop for one turn."},
    {"sleeps", "closure that sleeps",
     "The coroutine function inside awaits asyncio.sleep(1): awaiting the object takes one "
     "second."},
    {"not_iterator", "returns self",
     "__await__ has to return an iterator, and self is not one. Awaiting raises a TypeError.",
     true},
    {"async_def", "async def",
     "Calling it returns a coroutine object, but await needs an iterator. Awaiting raises a "
     "TypeError.",
     true},
};

constexpr Choice kAenter[] = {
    {"none", "none", "Without __aenter__ the object cannot be used in async with."},
    {"plain", "returns self", "Returns the object, so `as` names it."},
    {"awaits_self", "awaits self", "Awaits the object before returning it, so __await__ runs too."},
    {"sleeps", "sleeps", "Awaits asyncio.sleep(1): entering the block takes one second."},
    {"raises", "raises",
     "Raises a RuntimeError. The block does not run, and neither does __aexit__."},
    {"returns_none", "forgets return", "Without return self, the name after `as` is None.", true},
    {"sync_def", "def",
     "async with awaits what __aenter__ returns. A plain def returns self, which works only if the "
     "object is awaitable.",
     true},
};

constexpr Choice kAexit[] = {
    {"none", "none", "Without __aexit__ the object cannot be used in async with."},
    {"plain", "prints", "Runs when the block ends, in any way. Exceptions continue."},
    {"suppresses", "returns True", "A true value stops an exception, even a cancellation."},
    {"sleeps", "sleeps", "Awaits asyncio.sleep(1): leaving the block takes one second."},
    {"raises", "raises", "Raises a RuntimeError, which replaces an exception from the block."},
    {"sync_def", "def",
     "async with awaits what __aexit__ returns. A plain def returns None, and None cannot be "
     "awaited.",
     true},
};

constexpr Choice kMethod[] = {
    {"plain", "prints", "A coroutine function that prints and returns."},
    {"sleeps", "sleeps", "Awaits asyncio.sleep(1), so other tasks can run."},
    {"raises", "raises", "Raises a ValueError."},
    {"not_awaited", "call without await",
     "h.a_method() only creates a coroutine object. Without await its body never runs, and Python "
     "warns.",
     true},
};

constexpr Choice kUse[] = {
    {"construct", "h = Hello()", "Creates the object without awaiting it."},
    {"await", "h = await Hello()", "Creates the object and awaits it: __await__ runs."},
    {"async_with", "async with Hello()",
     "Awaits __aenter__, runs the block, then awaits __aexit__. __await__ is not called."},
    {"await_async_with", "async with await Hello()",
     "Awaits the object first, then enters what that returned."},
    {"sync_with", "with Hello()",
     "A plain with needs __enter__ and __exit__, so it raises a TypeError.", true},
    {"await_twice", "await h, twice",
     "Awaits the same object twice. Each await calls __await__ again."},
};

constexpr Choice kRun[] = {
    {"single", "once", "main() does everything, in one task."},
    {"gather", "gather, two tasks", "Two tasks take turns, and asyncio.gather waits for both."},
    {"task_group", "TaskGroup, two tasks",
     "Two tasks in a group. If one fails, the group cancels the other."},
    {"timeout", "timeout, 0.5 s",
     "asyncio.timeout(0.5) cancels what takes longer than half a second."},
    {"cancelled", "cancelled after 0.5 s",
     "Runs in its own task, and main() cancels that after half a second."},
};

constexpr Choice kLoop[] = {
    {"get_event_loop", "get_event_loop()",
     "Gets an event loop and runs main() on it, as the article does. The loop stays open."},
    {"asyncio_run", "asyncio.run()",
     "Creates an event loop, runs main(), cancels unfinished tasks and closes the loop."},
};

constexpr Toggle kToggles[] = {
    {"init", "__init__", "Runs when Hello() creates the object.", kInit},
    {"await", "__await__", "Runs when the object is awaited.", kAwait},
    {"aenter", "__aenter__", "Runs when async with begins.", kAenter},
    {"aexit", "__aexit__", "Runs when async with ends.", kAexit},
    {"method", "a_method", "The method that main() calls on the object.", kMethod},
    {"use", "use", "How the object is created and used.", kUse},
    {"run", "run", "Once, in two tasks, or with a time limit.", kRun},
    {"loop", "loop", "How the event loop is started.", kLoop},
};
static_assert(std::size(kToggles) == kToggleCount);

constexpr std::size_t combinations() {
  std::size_t product = 1;
  for (const Toggle& toggle : kToggles) product *= toggle.choices.size();
  return product;
}
static_assert(combinations() == kCombinationCount);

std::string unknown_toggle(std::string_view id) {
  std::string message = "there is no toggle '" + std::string(id) + "'; the toggles are ";
  for (const Toggle& toggle : kToggles) {
    if (&toggle != kToggles) message += ", ";
    message += toggle.id;
  }
  return message;
}

std::string unknown_choice(const Toggle& toggle, std::string_view id) {
  std::string message =
      "'" + std::string(toggle.id) + "' cannot be '" + std::string(id) + "'; it can be ";
  for (const Choice& choice : toggle.choices) {
    if (&choice != toggle.choices.data()) message += ", ";
    message += choice.id;
  }
  return message;
}

std::string joined(const Toggles& toggles, Defaults defaults, std::string_view before,
                   std::string_view between, std::string_view separator) {
  std::string text;
  for (std::size_t i = 0; i < kToggleCount; ++i) {
    if (defaults == Defaults::left_out && toggles.chosen(i) == 0) continue;
    if (!text.empty()) text += separator;
    text += before;
    text += kToggles[i].id;
    text += between;
    text += toggles.choice(i).id;
  }
  return text;
}

}  // namespace

std::span<const Toggle> toggle_table() { return kToggles; }

const Choice& Toggles::choice(std::size_t toggle) const {
  return kToggles[toggle].choices[choices_[toggle]];
}

void Toggles::choose(std::size_t toggle, std::size_t choice) {
  choices_[toggle] = static_cast<std::uint8_t>(choice);
}

std::optional<std::string> Toggles::set(std::string_view toggle, std::string_view choice) {
  for (std::size_t i = 0; i < kToggleCount; ++i) {
    if (kToggles[i].id != toggle) continue;
    for (std::size_t j = 0; j < kToggles[i].choices.size(); ++j) {
      if (kToggles[i].choices[j].id != choice) continue;
      choose(i, j);
      return std::nullopt;
    }
    return unknown_choice(kToggles[i], choice);
  }
  return unknown_toggle(toggle);
}

std::size_t Toggles::number() const {
  std::size_t number = 0;
  for (std::size_t i = 0; i < kToggleCount; ++i) {
    number = number * kToggles[i].choices.size() + choices_[i];
  }
  return number;
}

Toggles Toggles::from_number(std::size_t number) {
  Toggles toggles;
  for (std::size_t i = kToggleCount; i-- > 0;) {
    const std::size_t count = kToggles[i].choices.size();
    toggles.choose(i, number % count);
    number /= count;
  }
  return toggles;
}

std::string address_of(const Toggles& toggles, Defaults defaults) {
  return joined(toggles, defaults, "", "=", "&");
}

std::optional<std::string> toggles_from_address(std::string_view address, Toggles& toggles) {
  if (address.starts_with('#')) address.remove_prefix(1);
  toggles = Toggles();
  while (!address.empty()) {
    const std::string_view word = address.substr(0, address.find('&'));
    address.remove_prefix(std::min(word.size() + 1, address.size()));
    const std::string_view id = word.substr(0, word.find('='));
    if (id.empty() || id == "step") continue;
    const std::string_view choice = word.substr(std::min(id.size() + 1, word.size()));
    if (auto wrong = toggles.set(id, choice)) return wrong;
  }
  return std::nullopt;
}

std::string options_of(const Toggles& toggles, Defaults defaults) {
  return joined(toggles, defaults, "--", " ", " ");
}

}  // namespace awaitscope

// The toggles: what can be switched on the sample object, and one setting of all of them.
//
// There are eight toggles with 2, 6, 7, 6, 4, 6, 5 and 2 choices: 120,960 combinations, numbered
// from 0 with the first toggle as the most significant digit, so number 0 is all defaults. The ids
// are part of the page's address, of the command line and of the test data: they never change, and
// neither does the order of the choices. Labels and descriptions are what the interface shows.
// source.h turns a combination into the Python program that it stands for.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace awaitscope {

// The choices of each toggle in code. The long names keep out of the way of the engine's own Run
// and Loop.
enum class InitChoice : std::uint8_t { plain, async };
enum class AwaitChoice : std::uint8_t { none, closure, generator, sleeps, not_iterator, async_def };
enum class AenterChoice : std::uint8_t {
  none,
  plain,
  awaits_self,
  sleeps,
  raises,
  returns_none,
  sync_def
};
enum class AexitChoice : std::uint8_t { none, plain, suppresses, sleeps, raises, sync_def };
enum class MethodChoice : std::uint8_t { plain, sleeps, raises, not_awaited };
enum class UseChoice : std::uint8_t {
  construct,
  await,
  async_with,
  await_async_with,
  sync_with,
  await_twice
};
enum class RunChoice : std::uint8_t { single, gather, task_group, timeout, cancelled };
enum class LoopChoice : std::uint8_t { get_event_loop, asyncio_run };

struct Choice {
  std::string_view id;
  std::string_view label;        // a few words, for a button or a menu
  std::string_view description;  // one or two sentences for somebody who does not know the terms
  bool mistake = false;          // people write this, and it does not do what they hope for
};

struct Toggle {
  std::string_view id;
  std::string_view label;
  std::string_view description;
  std::span<const Choice> choices;  // the first is the default
};

inline constexpr std::size_t kToggleCount = 8;
inline constexpr std::size_t kCombinationCount = 2 * 6 * 7 * 6 * 4 * 6 * 5 * 2;

// All toggles, in the order of the interface and of the combinations' numbers.
std::span<const Toggle> toggle_table();

// One setting of all toggles: a small value. Toggles are meant by their place in toggle_table(),
// choices by their place in Toggle::choices; a place that does not exist is a bug of the caller.
class Toggles {
 public:
  constexpr Toggles() = default;
  constexpr Toggles(InitChoice init, AwaitChoice await, AenterChoice aenter, AexitChoice aexit,
                    MethodChoice method, UseChoice use, RunChoice run, LoopChoice loop)
      : choices_{static_cast<std::uint8_t>(init),   static_cast<std::uint8_t>(await),
                 static_cast<std::uint8_t>(aenter), static_cast<std::uint8_t>(aexit),
                 static_cast<std::uint8_t>(method), static_cast<std::uint8_t>(use),
                 static_cast<std::uint8_t>(run),    static_cast<std::uint8_t>(loop)} {}

  constexpr InitChoice init() const { return static_cast<InitChoice>(choices_[0]); }
  constexpr AwaitChoice await() const { return static_cast<AwaitChoice>(choices_[1]); }
  constexpr AenterChoice aenter() const { return static_cast<AenterChoice>(choices_[2]); }
  constexpr AexitChoice aexit() const { return static_cast<AexitChoice>(choices_[3]); }
  constexpr MethodChoice method() const { return static_cast<MethodChoice>(choices_[4]); }
  constexpr UseChoice use() const { return static_cast<UseChoice>(choices_[5]); }
  constexpr RunChoice run() const { return static_cast<RunChoice>(choices_[6]); }
  constexpr LoopChoice loop() const { return static_cast<LoopChoice>(choices_[7]); }
  constexpr void set_loop(LoopChoice loop) { choices_[7] = static_cast<std::uint8_t>(loop); }

  std::size_t chosen(std::size_t toggle) const { return choices_[toggle]; }
  const Choice& choice(std::size_t toggle) const;
  void choose(std::size_t toggle, std::size_t choice);

  // Sets a toggle by ids, as they come from a command line or an address. Returns nothing, or why
  // it cannot be, naming the ids there are; then nothing has changed.
  [[nodiscard]] std::optional<std::string> set(std::string_view toggle, std::string_view choice);

  // 0 to kCombinationCount - 1.
  std::size_t number() const;
  static Toggles from_number(std::size_t number);

  friend constexpr bool operator==(const Toggles&, const Toggles&) = default;

 private:
  std::array<std::uint8_t, kToggleCount> choices_{};
};

enum class Defaults { written, left_out };

// "init=plain&await=closure&...", as in the page's address; without defaults "" is all defaults.
std::string address_of(const Toggles& toggles, Defaults defaults = Defaults::left_out);

// The toggles that an address stands for, "#" before it or not; its step is left out. Nothing, or
// why it cannot be, as Toggles::set says.
[[nodiscard]] std::optional<std::string> toggles_from_address(std::string_view address,
                                                              Toggles& toggles);

// "--init plain --await closure ...", as on the command line.
std::string options_of(const Toggles& toggles, Defaults defaults = Defaults::written);

}  // namespace awaitscope

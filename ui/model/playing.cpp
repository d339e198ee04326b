#include "ui/model/playing.h"

#include <algorithm>
#include <iterator>

namespace awaitscope {

namespace {

// Up to 4× there is time to read, for faster readers; beyond, the timeline is looked at.
struct Speed {
  float factor;
  float steps_a_second;  // 0: as the words need
  std::string_view name;
};
constexpr Speed kSpeeds[] = {{0.5f, 0, "½×"}, {1, 0, "1×"},  {2, 0, "2×"},
                             {4, 0, "4×"},    {8, 16, "8×"}, {32, 64, "32×"}};
constexpr float kWordsASecond = 4.5f;  // that people read of a text in which every word counts
constexpr float kLook = 0.6f;          // seconds to see what has moved
constexpr int kSpeedCount = int(std::size(kSpeeds));
constexpr float kFirst = 0.12f;  // seconds from the press to the first step

}  // namespace

void Playing::start() {
  if (session_.step() + 1 >= session_.steps()) session_.seek(0);
  on_ = true;
  until_next_step_ = kFirst;
}

float Playing::pause() const {
  const Speed& speed = kSpeeds[speed_];
  if (speed.steps_a_second > 0) return 1 / speed.steps_a_second;
  const std::string& text = session_.explanation().text;
  const auto words = 1 + std::count(text.begin(), text.end(), ' ');
  return (kLook + float(words) / kWordsASecond) / speed.factor;
}

void Playing::advance(float seconds) {
  if (!on_) return;
  until_next_step_ -= seconds;
  const size_t last = session_.steps() - 1;
  const size_t stop =
      breakpoints_.any() ? breakpoints_.next(session_, session_.step()) : session_.steps();
  while (until_next_step_ <= 0 && session_.step() < std::min(stop, last)) {
    const Reader& reader = session_.reader();
    session_.seek(std::min(reader.next_step(session_.step(), arrangement_.depth), stop));
    until_next_step_ += pause();
  }
  if (session_.step() == stop || session_.step() >= last) on_ = false;
}

bool Playing::can_be_faster() const { return speed_ + 1 < kSpeedCount; }
void Playing::next_speed() { speed_ = (speed_ + 1) % kSpeedCount; }
std::string_view Playing::speed() const { return kSpeeds[speed_].name; }

}  // namespace awaitscope

#include "engine/recording/reading/reader.h"

#include <algorithm>

#include "engine/recording/reading/reader_index.h"

namespace awaitscope {

// --- the index ---

void Reader::Index::extend() {
  const size_t size = recording.size();
  if (events == size) return;
  std::vector<uint32_t> fresh_changes;
  if (events == 0) {
    checkpoints.push_back(builder.save());
    checkpoint_events.push_back(0);
  }
  Output written = outputs.empty() ? Output{} : outputs.back();
  for (; events < size; ++events) {
    if (events % kMarkEvents == 0) {
      marks.push_back({uint32_t(steps), builder.turn(), builder.time()});
      size_t since = events - checkpoint_events.back();
      if (since >= kMinCheckpointEvents && since * kCheckpointBytes >= builder.checkpoint_bytes()) {
        checkpoints.push_back(builder.save());
        checkpoint_events.push_back(uint32_t(events));
      }
    }
    const Event& event = recording[events];
    if (event.is_step()) ++steps;
    switch (event.kind()) {
      case EventKind::Out:
      case EventKind::Err:
        written.event = uint32_t(events);
        (event.kind() == EventKind::Out ? written.out_bytes : written.err_bytes) +=
            recording.text(event.operand).size();
        outputs.push_back(written);
        break;
      case EventKind::Change: fresh_changes.push_back(uint32_t(events)); break;
      case EventKind::LoopStop: loop_stops.push_back(uint32_t(events)); break;
      default: break;
    }
    builder.run_to(events);
  }
  if (!fresh_changes.empty()) index_changes(fresh_changes);
}

// Fresh ones are merged in: two passes over all changes there are.
void Reader::Index::index_changes(const std::vector<uint32_t>& fresh) {
  std::vector<uint32_t> begin(recording.objects().size() + 1);
  auto count = [&](const std::vector<uint32_t>& some) {
    for (uint32_t event : some) ++begin[recording[event].subject + 1];
  };
  count(changes);
  count(fresh);
  for (size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
  std::vector<uint32_t> place = begin, sorted(changes.size() + fresh.size());
  auto insert = [&](const std::vector<uint32_t>& some) {
    for (uint32_t event : some) sorted[place[recording[event].subject]++] = event;
  };
  insert(changes);  // of each object: older events first
  insert(fresh);
  changes_of = std::move(begin);
  changes = std::move(sorted);
}

std::string_view Reader::Index::contents(uint32_t object, size_t event) const {
  if (size_t(object) + 1 >= changes_of.size()) return {};
  auto begin = changes.begin() + changes_of[object], end = changes.begin() + changes_of[object + 1];
  auto after = std::upper_bound(begin, end, uint32_t(event));
  return after == begin ? std::string_view() : recording.text(recording[*(after - 1)].operand);
}

const Fold& Reader::Index::state_at(size_t event) const {
  auto after =
      std::upper_bound(checkpoint_events.begin(), checkpoint_events.end(), uint32_t(event));
  size_t nearest = size_t(after - checkpoint_events.begin()) - 1;
  bool ahead = cursor.next() <= event + 1 && cursor.next() >= checkpoint_events[nearest];
  if (!ahead) cursor.restore(checkpoints[nearest]);
  cursor.run_to(event);
  return cursor;
}

size_t Reader::Index::bytes() const {
  size_t sum = builder.bytes() + cursor.bytes() + marks.capacity() * sizeof(Mark) +
               outputs.capacity() * sizeof(Output) +
               (checkpoint_events.capacity() + changes_of.capacity() + changes.capacity()) * 4;
  for (const auto& checkpoint : checkpoints) sum += checkpoint.capacity() * 4 + sizeof(checkpoint);
  return sum;
}

size_t count_steps(const Recording& recording, size_t from, size_t count) {
  size_t steps = 0;
  for (size_t i = from; i < from + count; ++i) steps += recording[i].is_step();
  return steps;
}

// --- the reader ---

Reader::Reader(const Recording& recording) : index_(std::make_unique<Index>(recording)) {
  index_->extend();
}
Reader::~Reader() = default;

void Reader::extend() { index_->extend(); }
size_t Reader::steps() const { return index_->steps; }

size_t Reader::bytes() const { return index_->bytes(); }

size_t Reader::event_of(size_t step) const {
  step = std::min(step, steps() - 1);
  auto after = std::upper_bound(index_->marks.begin(), index_->marks.end(), step,
                                [](size_t s, const Index::Mark& mark) { return s < mark.steps; });
  size_t mark = size_t(after - index_->marks.begin()) - 1;
  size_t left = step - index_->marks[mark].steps;
  for (size_t event = mark * Index::kMarkEvents;; ++event) {
    if (index_->recording[event].is_step() && left-- == 0) return event;
  }
}

size_t Reader::step_of(size_t event) const {
  event = std::min(event, index_->events - 1);
  size_t mark = event / Index::kMarkEvents;
  size_t begin = mark * Index::kMarkEvents;
  return index_->marks[mark].steps + count_steps(index_->recording, begin, event + 1 - begin) - 1;
}

int Reader::turn_at(size_t event) const {
  event = std::min(event, index_->events - 1);
  size_t mark = event / Index::kMarkEvents;
  for (size_t i = event + 1; i > mark * Index::kMarkEvents; --i) {
    const Event& e = index_->recording[i - 1];
    if (e.kind() == EventKind::TurnBegun) return int(e.operand);
  }
  return int(index_->marks[mark].turn);
}

double Reader::time_at(size_t event) const {
  event = std::min(event, index_->events - 1);
  size_t mark = event / Index::kMarkEvents;
  for (size_t i = event + 1; i > mark * Index::kMarkEvents; --i) {
    const Event& e = index_->recording[i - 1];
    if (e.kind() == EventKind::IdleJump) return index_->recording.jumps()[e.operand].to;
  }
  return index_->marks[mark].time;
}

std::string Reader::show(Shown value, size_t event) const {
  const Recording& recording = index_->recording;
  switch (value.tag()) {
    case Shown::Tag::Nothing: return {};
    case Shown::Tag::Int: return std::to_string(value.integer());
    case Shown::Tag::Text: return std::string(recording.text(value.index()));
    case Shown::Tag::Object: {
      std::string_view contents = index_->contents(value.index(), event);
      if (!contents.empty()) return std::string(contents);
      return recording.label_of(recording.objects()[value.index()]);
    }
    case Shown::Tag::Singleton: {
      static constexpr std::string_view kNames[] = {"None", "False", "True", "Ellipsis",
                                                    "NotImplemented"};
      const uint32_t which = value.singleton();
      return std::string(which < std::size(kNames) ? kNames[which] : "");
    }
  }
  return {};
}

std::vector<Reader::Piece> Reader::output(size_t step) const {
  // Details after the step belong to it, output does not: it is a step.
  const size_t event = event_of(step);
  std::vector<Piece> pieces;
  size_t mark_step = 0, counted = 0;  // steps before the event `counted`
  for (const Index::Output& written : index_->outputs) {
    if (written.event > event) break;
    const Event& e = index_->recording[written.event];
    if (written.event - counted > Index::kMarkEvents) {
      counted = written.event / Index::kMarkEvents * Index::kMarkEvents;
      mark_step = index_->marks[counted / Index::kMarkEvents].steps;
    }
    mark_step += count_steps(index_->recording, counted, written.event - counted);
    counted = written.event;
    pieces.push_back({e.kind() == EventKind::Err, index_->recording.text(e.operand), mark_step});
  }
  return pieces;
}

}  // namespace awaitscope

#pragma once
// Questions to be answered before one sees what happens: what a lesson asks at its stops, and the
// same kinds anywhere in any run. Choices and reasons follow from the recording alone, in an order
// that tells nothing; the same step always asks the same. Asking reads the whole recording: once a
// step, not once a frame.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/lesson/lessons.h"
#include "engine/recording/events/run_end.h"
#include "engine/recording/reading/reader.h"

namespace awaitscope {

struct QuizChoice {
  std::string text;
  bool right = false;
  std::string why;       // why it is right, or why it is not
  bool is_code = false;  // what is printed, rather than words
};

struct Quiz {
  PredictionKind kind = PredictionKind::Own;
  std::string question;
  std::vector<QuizChoice> choices;  // exactly one is right
  std::string why;                  // to be said once it is answered; may be empty
  size_t step = 0;                  // where it is asked
  // The step that shows the answer. What comes after `step` is to be hidden until somebody has
  // answered: output, timeline, counters. Of ReadyQueue it is `step` itself, and the queue is what
  // is hidden.
  size_t reveal = 0;

  size_t answer() const;  // the right choice's place
};

// None where the step leaves nothing to ask: there is no plausible wrong answer.
std::optional<Quiz> quiz_at(PredictionKind kind, const Reader& reader, const Recording& recording,
                            const RunEnd& end, size_t step);

// What a lesson asks at one of its stops, which is at this step. `reveal` of the lesson's own
// question is the step after it.
std::optional<Quiz> quiz_of(const Prediction& prediction, const Reader& reader,
                            const Recording& recording, const RunEnd& end, size_t step);

// What the lesson that is shown asks at one of its stops, counted from 0. Nothing where it asks
// nothing, or the run does not come there.
class Session;
std::optional<Quiz> quiz_of(const Session& session, size_t stop);

// A lesson's question for the end.
Quiz quiz_of(const Check& check);

}  // namespace awaitscope

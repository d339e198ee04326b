#include "engine/execution.h"

#include <algorithm>

#include "engine/run/run.h"

namespace awaitscope {

namespace {

RunState state_of(Run::Status status) {
  switch (status) {
    case Run::Status::Paused: return RunState::Paused;
    case Run::Status::Finished: return RunState::Finished;
    case Run::Status::Idle: return RunState::Idle;
    case Run::Status::Limited: return RunState::Limited;
    case Run::Status::Rejected: return RunState::Rejected;
  }
  return RunState::Finished;
}

constexpr uint64_t kMostRecursion = 1'000'000;

RunOptions options_of(const ExecutionOptions& options) {
  RunOptions run;
  run.record = options.record;
  run.lines = options.lines;
  run.injections = options.injections;
  if (options.memory) run.limits.bytes_alive = size_t(std::min<uint64_t>(options.memory, SIZE_MAX));
  if (options.output)
    run.limits.output_bytes = size_t(std::min<uint64_t>(options.output, SIZE_MAX));
  if (options.recursion) {
    run.limits.recursion = uint32_t(std::min<uint64_t>(options.recursion, kMostRecursion));
  }
  if (options.digits) {
    run.limits.integer_digits = uint32_t(std::min<uint64_t>(options.digits, UINT32_MAX));
  }
  return run;
}

}  // namespace

std::string end_in_words(RunState state, int exit_status) {
  switch (state) {
    case RunState::Idle: return "idle";
    case RunState::Paused: return "budget";
    case RunState::Limited: return "limit";
    case RunState::Finished:
    case RunState::Rejected: break;
  }
  return "exit " + std::to_string(exit_status);
}

struct Execution::Impl {
  Run run;
};

Execution::Execution(std::string_view source, const ExecutionOptions& options)
    : impl_(new Impl{Run(source, options_of(options))}) {}
Execution::~Execution() = default;

RunState Execution::go(uint64_t events) { return state_of(impl_->run.go(events)); }
RunState Execution::state() const { return state_of(impl_->run.status()); }
int Execution::exit_status() const { return impl_->run.exit_status(); }
std::string_view Execution::message() const { return impl_->run.message(); }
const SyntaxError* Execution::error() const { return impl_->run.error(); }
std::string_view Execution::injection_problem() const { return impl_->run.injection_problem(); }
std::string_view Execution::out() const { return impl_->run.out(); }
std::string_view Execution::err() const { return impl_->run.err(); }
const Recording& Execution::recording() const { return std::as_const(impl_->run).recording(); }

}  // namespace awaitscope

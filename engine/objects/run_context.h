#pragma once
// What one run owns beneath the machine: what values, exceptions and their life depend on. The
// machine (engine/machine/vm.h) is such a context, with the rest; engine/run owns it.
//
// One run is active at a time: its code runs, or its objects are being released. RunScope makes it
// so. What belongs to no run, the builtin types and the interned names, is in types.h and type.h:
// made once, never changed.

#include <cassert>
#include <unordered_map>
#include <vector>

#include "engine/objects/limits.h"
#include "engine/objects/recorder.h"
#include "engine/objects/weak_references.h"
#include "engine/syntax/version.h"

namespace awaitscope {

// Addresses that are the same in every run: objects are numbered as they are first asked for one.
class Addresses {
 public:
  uint64_t of(Object* object);

 private:
  std::unordered_map<const Object*, uint64_t> known_;
  uint64_t next_ = 0x7f3a5c100000;
};

// An object whose last reference has gone, or that is garbage, but that has code to run first.
struct Finalizer {
  Ref object;
  bool is_del;  // its __del__; else TypeSlots::run_finalizer
};

struct RunContext {
  RunContext(Recording* recording, Version version, const Limits& limits)
      : version(version), recorder(recording), limits(limits, recording, attention) {}

  const Version version;  // which Python the program runs under: see since()

  Value pending;             // the pending exception, owned; null where there is none: see raise.h
  Frame* current = nullptr;  // the frame that runs; not counted: running frames own themselves
  bool attention = false;    // there are finalizers, or the run is to stop or to pause
  bool closing = false;      // the run is torn down: nothing of the program runs any more
  Recorder recorder;
  RunLimits limits;
  Addresses addresses;
  WeakReferences weak_references;
  std::vector<Finalizer> finalizers;  // due, in the order in which the last references went

  Value handled_exception() const;  // sys.exception(): borrowed; null where none
  void finalize_later(Ref object, bool is_del = false) {
    finalizers.push_back({std::move(object), is_del});
    attention = true;
  }
};

// Puts the members of builtin types that come or go with a version in and out: native_function.cpp.
void show_members_of(Version version);

extern RunContext* active_run;  // set by RunScope alone
inline bool has_run() { return active_run; }
inline RunContext& this_run() {
  assert(active_run);
  return *active_run;
}

// Whether what that version of Python brought is there in this run.
inline bool since(Version version) { return this_run().version >= version; }

// Makes a run the active one, until the end of the scope; the builtin types have the members then
// that they have in its version.
class RunScope {
 public:
  explicit RunScope(RunContext& run) : before_(active_run) {
    active_run = &run;
    show_members_of(run.version);
  }
  ~RunScope() { active_run = before_; }
  RunScope(const RunScope&) = delete;

 private:
  RunContext* before_;
};

}  // namespace awaitscope

#pragma once
// Data that the page fetches only when it is needed (web/split.mjs): texts and tables that what is
// shown at first does without. Everywhere else it is data like any other.
//
//   AWAITSCOPE_DEFERRED static const char kText[] = "...";  // an array of constants, no pointer
//   need_deferred_data();                                   // before the first look at any of it

#include <string_view>

#ifdef __EMSCRIPTEN__
#define AWAITSCOPE_DEFERRED __attribute__((section("deferred_data")))
#else
#define AWAITSCOPE_DEFERRED
#endif

// A text of that kind as a std::string_view, where it stands: in a function that has said
// need_deferred_data().
#define AWAITSCOPE_LATER(...)                                    \
  [] {                                                           \
    AWAITSCOPE_DEFERRED static const char kText[] = __VA_ARGS__; \
    return std::string_view(kText, sizeof kText - 1);            \
  }()

namespace awaitscope {

#ifdef __EMSCRIPTEN__
void fetch_deferred_data();  // in the page: returns when it is there
extern bool deferred_data_is_here;
inline bool deferred_data_here() { return deferred_data_is_here; }
inline void need_deferred_data() {
  if (!deferred_data_is_here) fetch_deferred_data();
}
#else
inline bool deferred_data_here() { return true; }
inline void need_deferred_data() {}
#endif

}  // namespace awaitscope

#pragma once
// Data that the page fetches only when it is needed (web/split.mjs): texts and tables that what is
// shown at first does without. Everywhere else it is data like any other.
//
//   AWAITSCOPE_DEFERRED static const char kText[] = "...";  // an array of constants, no pointer
//   need_deferred_data();                                   // before the first look at any of it

#ifdef __EMSCRIPTEN__
#define AWAITSCOPE_DEFERRED __attribute__((section("deferred_data")))
#else
#define AWAITSCOPE_DEFERRED
#endif

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

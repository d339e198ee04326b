#pragma once
// Data that the page fetches only when it is needed (web/split.mjs): texts and tables that what is
// shown at first does without. Everywhere else it is data like any other.
//
//   AWAITSCOPE_LATER static const char kText[] = "...";   // a constant array, not a pointer to one
//   need_later();                                         // before the first look at any of it

#ifdef __EMSCRIPTEN__
#define AWAITSCOPE_LATER __attribute__((section("later")))
#else
#define AWAITSCOPE_LATER
#endif

namespace awaitscope {

#ifdef __EMSCRIPTEN__
void fetch_later();  // in the page: returns when it is there
extern bool later_is_here;
inline void need_later() {
  if (!later_is_here) fetch_later();
}
#else
inline void need_later() {}
#endif

}  // namespace awaitscope

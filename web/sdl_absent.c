/* What is referred to but absent from the page's SDL: it is built without game controllers, without a
   renderer of its own and without shared libraries. */
#include "SDL.h"
#include "SDL_loadso.h"

int SDL_NumJoysticks(void) { return 0; }
SDL_bool SDL_IsGameController(int index) {
  (void)index;
  return SDL_FALSE;
}
SDL_GameController* SDL_GameControllerOpen(int index) {
  (void)index;
  return NULL;
}
void SDL_GameControllerClose(SDL_GameController* controller) { (void)controller; }
Uint8 SDL_GameControllerGetButton(SDL_GameController* controller, SDL_GameControllerButton button) {
  (void)controller;
  (void)button;
  return 0;
}
Sint16 SDL_GameControllerGetAxis(SDL_GameController* controller, SDL_GameControllerAxis axis) {
  (void)controller;
  (void)axis;
  return 0;
}
int SDL_GetRendererOutputSize(SDL_Renderer* renderer, int* width, int* height) {
  (void)renderer;
  (void)width;
  (void)height;
  return -1;
}
void SDL_UnloadObject(void* handle) { (void)handle; }

/* OpenGL's functions are linked by name. Emscripten's own answer to a look-up by string would bring every
   one of them into the page, which makes its JavaScript a third larger. */
void* eglGetProcAddress(const char* name) {
  (void)name;
  return NULL;
}

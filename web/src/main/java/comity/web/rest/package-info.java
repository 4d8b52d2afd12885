/// The REST contract of version 1: programs do here what people do on pages, under the same rules.
///
/// **Law** – none of its own: every act goes through `requests`, which asks `safeguards`.
/// **Start at** [Door], which every call passes, and [AskingCalls] for what an act looks like.
/// **Uses** api, the areas, and people's access tokens. **Used by** the wiring below it.
/// **Never** decides what the law allows, never says more to a program than to the person whose token it holds.
/// **Trust** – a call is untrusted until its token is known; its body is untrusted always, and read with all its
/// faults named at once before anything is done.
package comity.web.rest;

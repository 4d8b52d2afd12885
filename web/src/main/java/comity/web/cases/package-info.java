/// How cases are shown: clocks, States and acts in words, the same on every page.
///
/// **Start at** [Clocks] and [States].
/// **Uses** requests, directory. **Used by** the pages of the desk and of requests.
/// **Never** reads a case by itself; it is handed one that the reader was allowed to see.
/// **Trust** – texts from another State are shown as they came, marked with their language, never as mark-up.
package comity.web.cases;

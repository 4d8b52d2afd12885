/// The shell around every page: language, templates, style sheet and scripts, problem pages.
///
/// **Start at** [Pages], which makes the `Page` that controllers and templates are given.
/// **Used by** the wiring; page families only see `Page`.
/// **Never** knows a request, a State or a letter.
/// **Trust** – paths to come back to are taken only when they stay on this node.
package comity.web.shell;

/// A form as data: which fields there are, who needs them, and what is wrong with what somebody typed.
///
/// **Law** – each field names the paragraph that asks for it; see `preservation-form.json`.
/// **Start at** [Form]; what was typed is read by [Answers]; the whole verdict is a [FormReading].
/// **Uses** kernel and the root of requests. **Used by** every kind of request, web, api.
/// **Never** stops at the first mistake, never changes what was typed, never calls a database.
/// **Trust** – what is read here may come from a person, a file or another State: it is all only text.
package comity.requests.form;

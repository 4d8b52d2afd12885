/// The public HTTP contract, version 1, in plain records: what a program sends to a node and what it gets back.
///
/// **Law** – none of its own; the words follow arts 40 to 42 through `requests`.
/// **Start at** `contract.Operation`, the list of everything that can be asked, and `request.RequestDetail`.
/// **Uses** kernel. **Used by** web, which answers, and cli, which asks.
/// **Never** decides, checks or converts anything. JSON names are the names of the record components.
/// **Trust** – a record here is only what somebody said; web reads it as untrusted, and so does cli.
package comity.api;

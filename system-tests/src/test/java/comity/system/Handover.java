package comity.system;

import tools.jackson.databind.JsonNode;

/// The way to an exhibit of Belmora, for a request of Arvenia.
///
/// @param arvenia the officer who asks
/// @param belmora the officer who answers
record Handover(ApiCalls arvenia, ApiCalls arvenianCentral, ApiCalls belmora, ApiCalls belmoranCentral) {
    Handover(RunningDemo demo) {
        this(
                ApiCalls.as(demo.node("XA"), "duty-officer"),
                ApiCalls.as(demo.node("XA"), "central-authority"),
                ApiCalls.as(demo.node("XB"), "duty-officer"),
                ApiCalls.as(demo.node("XB"), "central-authority"));
    }

    /// A request of ours that is kept until the request for assistance is decided.
    String held() {
        String reference = arvenia.sendExample("XB", Examples.ward9());
        belmora.awaitAct(reference, "acknowledge");
        belmora.act(reference, "acknowledge", "{}");
        belmora.act(reference, "assess", """
                {"necessity": "yes", "discrimination": "no", "protectedRole": "no", "refusalGround": "no",
                 "reasons": "Few records."}""");
        belmora.act(reference, "order", "{\"reference\": \"DPO/27/1\"}");
        belmora.act(reference, "preserve", "{\"provider\": \"Nimbus Harbour Cloud\", \"coverage\": \"full\"}");
        arvenianCentral.awaitAct(reference, "link-mla");
        arvenianCentral.act(reference, "link-mla", "{\"mlaReference\": \"XA-MLA-2027-1\"}");
        belmora.awaitState(reference, "held");
        return reference;
    }

    /// An exhibit with no file in it yet, for a request that is held.
    String begun() {
        String request = held();
        return belmoranCentral
                .post("/api/v1/requests/" + request + "/exhibits", """
                        {"title": "Connection records", "orderReference": "Order 77/27", "article": "unc.44",
                         "item": "item 1", "conditions": "This case only.", "sensitive": "no"}""")
                .at("/summary/reference")
                .asString();
    }

    static JsonNode shown(ApiCalls who, String reference) {
        return who.get("/api/v1/exhibits/" + reference);
    }

    static void awaitState(ApiCalls who, String exhibit, String state) {
        ApiCalls.await(
                exhibit + " " + state,
                () -> who.statusOf("/api/v1/exhibits/" + exhibit) == 200
                        && shown(who, exhibit).at("/summary/state").asString().equals(state));
    }
}

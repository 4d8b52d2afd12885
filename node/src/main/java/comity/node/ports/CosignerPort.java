package comity.node.ports;

import comity.kernel.Utf8;
import comity.ledger.cosigning.Cosigner;
import comity.ledger.cosigning.CosignerAnswer;
import comity.ledger.cosigning.CosignerMemory;
import comity.ledger.cosigning.CosigningAsk;
import comity.ledger.cosigning.KeptFork;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// Signs the checkpoints of others, and shows everybody the forks that it was shown, below `/cosigner/`
/// (docs/protocol/cosigning.md).
///
/// Who asks does not matter: what is asked for is signed by a ledger of the directory, or it is refused
/// before anything is remembered.
public final class CosignerPort implements Filter {
    private static final System.Logger LOG = System.getLogger(CosignerPort.class.getName());
    private static final String ASK = "/cosigner/" + CosigningAsk.PATH;
    private static final String FORKS = "/cosigner/forks";
    private static final Duration SLOWEST_BODY = Duration.ofSeconds(10);
    private static final int CALLS_AT_ONCE = 64;
    private static final String EVERYBODY = "";
    private static final JsonMapper JSON = new JsonMapper();

    private final Cosigner cosigner;
    private final CosignerMemory memory;
    private final BodyInTime bodies;
    private final Places places = new Places(CALLS_AT_ONCE);

    public CosignerPort(Cosigner cosigner, CosignerMemory memory, Clock clock) {
        this.cosigner = cosigner;
        this.memory = memory;
        // One byte more than may be, so that a body that is too long is seen to be.
        this.bodies = new BodyInTime(clock, SLOWEST_BODY, CosigningAsk.LARGEST + 1);
    }

    @Override
    public void doFilter(ServletRequest call, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) call;
        HttpServletResponse response = (HttpServletResponse) answer;
        String method = request.getMethod();
        switch (request.getRequestURI()) {
            case ASK -> inItsPlace(response, "POST", method, () -> answer(request));
            case FORKS -> inItsPlace(response, "GET", method, this::forks);
            default -> chain.doFilter(call, answer);
        }
    }

    private record Said(int status, String type, String body) {}

    @FunctionalInterface
    private interface Work {
        Said done() throws IOException;
    }

    private void inItsPlace(HttpServletResponse response, String wanted, String method, Work work) throws IOException {
        if (!method.equals(wanted)) {
            response.setHeader("Allow", wanted);
            say(response, new Said(405, CosignerAnswer.TEXT_TYPE, "method-not-allowed\n"));
        } else if (places.enter(EVERYBODY)) {
            try {
                say(response, work.done());
            } finally {
                places.leave(EVERYBODY);
            }
        } else {
            response.setHeader("Retry-After", "1");
            say(response, new Said(429, CosignerAnswer.TEXT_TYPE, "rate-limited\n"));
        }
    }

    private Said answer(HttpServletRequest request) throws IOException {
        Optional<byte[]> body = bodies.read(request.getInputStream());
        if (body.isEmpty()) {
            return new Said(408, CosignerAnswer.TEXT_TYPE, "too-slow\n");
        }
        CosignerAnswer answer = cosigner.answer(body.get());
        answer.evidence()
                .ifPresent(fork -> LOG.log(
                        System.Logger.Level.ERROR, "{0} has two histories; the evidence is kept", fork.origin()));
        return new Said(answer.status(), answer.contentType(), answer.body());
    }

    private Said forks() {
        ArrayNode list = JSON.createArrayNode();
        for (KeptFork kept : memory.forks()) {
            list.addObject()
                    .put("ledger", kept.fork().origin())
                    .put("seenAt", kept.at().toString())
                    .put("evidence", kept.fork().text());
        }
        return new Said(200, "application/json", JSON.writeValueAsString(list));
    }

    private static void say(HttpServletResponse response, Said said) throws IOException {
        byte[] body = Utf8.bytes(said.body);
        response.setStatus(said.status);
        response.setContentType(said.type);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}

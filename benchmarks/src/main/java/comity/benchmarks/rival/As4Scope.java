package comity.benchmarks.rival;

import com.helger.base.debug.GlobalDebug;
import com.helger.phase4.incoming.AS4ServerInitializer;
import com.helger.phase4.mgr.MetaAS4Manager;
import com.helger.photon.io.WebFileIO;
import com.helger.servlet.mock.MockServletContext;
import com.helger.web.scope.mgr.WebScopeManager;
import java.nio.file.Path;

/// Brings phase4 up in a process, in the order that it needs.
final class As4Scope {
    private As4Scope() {}

    static void begin(Path folder, String address) {
        // In debug mode phase4 answers with Java stack traces and checks more than it does in production.
        GlobalDebug.setDebugModeDirect(false);
        GlobalDebug.setProductionModeDirect(true);
        WebScopeManager.onGlobalBegin(MockServletContext.create());
        WebFileIO.initPaths(folder.toFile(), folder.toString(), false);
        AS4ServerInitializer.initAS4Server();
        MetaAS4Manager.getPModeMgr().createOrUpdatePMode(As4Agreement.terms(address));
    }
}

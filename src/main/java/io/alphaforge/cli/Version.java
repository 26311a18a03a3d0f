package io.alphaforge.cli;

import io.alphaforge.run.EngineVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "AlphaForge " + EngineVersion.application(),
            "engine " + EngineVersion.current().substring(0, 12),
            "Java " + Runtime.version()
        };
    }
}

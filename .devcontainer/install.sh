#!/usr/bin/env bash
# Makes a machine ready for the course's notebooks: .NET, Jupyter, the library, the kernel.
# What is there already is used. Devcontainer and Binder run this; so can you, on Linux and macOS, in the course's folder:
#   bash .devcontainer/install.sh
# COURSE_PREFIX installs the kernel for every user below a folder (/usr/local, say) instead of for you; what follows on the
# command line goes to `kernel install`.
set -euo pipefail
cd "$(dirname "$0")/.."

dotnet_channel=10.0
jupyterlab_version=4.4.10
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if ! dotnet --list-sdks 2> /dev/null | grep -q '^10\.'; then
  echo "== .NET SDK $dotnet_channel into $HOME/.dotnet"
  curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel "$dotnet_channel" --install-dir "$HOME/.dotnet"
  export DOTNET_ROOT="$HOME/.dotnet" PATH="$HOME/.dotnet:$PATH"
fi

if ! command -v jupyter > /dev/null; then
  echo "== JupyterLab $jupyterlab_version into $HOME/.jupyter-course"
  python3 -m venv "$HOME/.jupyter-course"
  "$HOME/.jupyter-course/bin/pip" install --quiet "jupyterlab==$jupyterlab_version"
  export PATH="$HOME/.jupyter-course/bin:$PATH"
fi

echo "== library and kernel"
dotnet build host --nologo --verbosity quiet
dotnet run --project host --no-build -- kernel install ${COURSE_PREFIX:+--prefix "$COURSE_PREFIX"} "$@"
dotnet run --project host --no-build -- doctor

"""What Jupyter's own client does with the course's kernel: one check a name on the command line."""
import os
import signal
import sys
import tempfile
import time
from queue import Empty

from jupyter_client.manager import KernelManager

KERNEL = ".net-csharp"

# Jobs in a shell's background ignore it, and so would the kernels that they start.
signal.signal(signal.SIGINT, signal.default_int_handler)


def start(**options):
    manager = KernelManager(kernel_name=KERNEL, **options)
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=120)
    return manager, client


def run(client, code):
    outputs = []
    reply = client.execute_interactive(code, timeout=120, output_hook=outputs.append)
    texts = [m["content"]["text"] for m in outputs if m["msg_type"] == "stream"]
    texts += [m["content"]["data"]["text/plain"] for m in outputs if m["msg_type"] == "execute_result"]
    return reply["content"], "".join(texts)


def reply_to(client, request):
    """What the kernel answers to that request. A client that waited long for its kernel has asked more than once whether it
    is ready, and the answers to those questions are still to come."""
    while True:
        message = client.get_shell_msg(timeout=120)
        if message["parent_header"].get("msg_id") == request:
            return message["content"]


def next_broadcast(client):
    try:
        message = client.get_iopub_msg(timeout=1)
        return message["msg_type"], message["content"]
    except Empty:
        return None


def pid_of(manager):
    return manager.provisioner.process.pid


def is_gone(pid):
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().split(")")[-1].split()[0] == "Z"
    except FileNotFoundError:
        return True


def await_gone(pid):
    for _ in range(600):
        if is_gone(pid):
            return
        time.sleep(0.05)
    raise AssertionError(f"process {pid} still runs")


def ipc():
    folder = tempfile.mkdtemp()
    manager, client = start(transport="ipc", ip=os.path.join(folder, "kernel"))
    assert run(client, "20 + 1")[1] == "21"
    manager.shutdown_kernel()


def signals():
    """An interrupt by signal, as front ends without messages send it."""
    manager, client = start()
    request = client.execute("var kept = 3; Console.WriteLine(1); while (true) { }")
    while client.get_iopub_msg(timeout=120)["msg_type"] != "stream":
        pass
    os.kill(pid_of(manager), signal.SIGINT)
    try:
        assert reply_to(client, request)["ename"] == "Interrupted"
    except Empty:
        state = "has died" if is_gone(pid_of(manager)) else "lives"
        raise AssertionError(f"no reply; the kernel {state}: {[m for m in iter(lambda: next_broadcast(client), None)]}") from None
    assert run(client, "kept")[1] == "3"
    pid = pid_of(manager)
    os.kill(pid, signal.SIGTERM)
    await_gone(pid)
    manager.shutdown_kernel(now=True)


def restart():
    manager, client = start()
    run(client, "var x = 1;")
    manager.restart_kernel()
    client.wait_for_ready(timeout=120)
    assert run(client, "x")[0]["ename"] == "CompileError"
    manager.shutdown_kernel()


def orphans():
    """Neither what a cell has started, nor the kernel of a front end that was killed, lives on."""
    manager, client = start()
    code = 'System.Diagnostics.Process.Start("sleep", "600").Id'
    child = int(run(client, code)[1])
    manager.shutdown_kernel()
    await_gone(child)

    front_end, kernel = os.pipe(), os.pipe()
    if os.fork() == 0:
        manager, client = start()
        os.write(kernel[1], str(pid_of(manager)).encode())
        os.read(front_end[0], 1)
    kernel_pid = int(os.read(kernel[0], 20))
    parent = int(open(f"/proc/{kernel_pid}/stat").read().split(")")[-1].split()[1])
    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)
    await_gone(kernel_pid)


def many():
    """Kernels started and stopped, as many as asked for."""
    for _ in range(int(sys.argv[2])):
        manager, client = start()
        pid = pid_of(manager)
        assert run(client, "1 + 1")[1] == "2"
        manager.shutdown_kernel()
        await_gone(pid)


def soak():
    """Cells, as many as asked for, in one kernel whose memory stays bounded."""
    cells = int(sys.argv[2])
    manager, client = start()
    status = f"/proc/{pid_of(manager)}/status"

    def memory():
        with open(status) as lines:
            return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS"))

    run(client, "var list = new List<double>();")
    seen = []
    for i in range(cells):
        reply, text = run(client, f"var v{i % 50} = Enumerable.Range(0, {i % 100}).Sum(); list.Add(v{i % 50}); list.Count")
        assert text == str(i + 1), (reply, text)
        if i % max(1, cells // 10) == 0:
            seen.append(memory())
    print("memory in MB over the run:", seen, memory())
    assert memory() < 250 + cells * 0.15, seen
    manager.shutdown_kernel()


globals()[sys.argv[1]]()
print("done")

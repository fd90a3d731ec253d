"""What a reader waits for in Jupyter: the kernel's start, a cell, completion, prints, an interrupt; and its memory.

Measured from Jupyter's own client: apt-get install python3-jupyter-client, or pip install jupyter_client.
The kernel must be installed; its name may follow on the command line.
"""
import statistics
import sys
import time

from jupyter_client.manager import KernelManager

NAME = sys.argv[1] if len(sys.argv) > 1 else ".net-csharp"
STARTS, ROUNDS = 5, 30


def start():
    manager = KernelManager(kernel_name=NAME)
    clock = time.perf_counter()
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    run(client, "1+1")
    return manager, client, time.perf_counter() - clock


def run(client, code):
    client.execute_interactive(code, output_hook=lambda message: None, timeout=60)


def milliseconds(action):
    times = []
    for _ in range(ROUNDS):
        clock = time.perf_counter()
        action()
        times.append((time.perf_counter() - clock) * 1000)
    return f"{statistics.median(times):.1f} ms (least {min(times):.1f})"


def interrupt(manager, client):
    client.execute("var kept = 3; while (true) { }")
    time.sleep(0.3)
    clock = time.perf_counter()
    manager.interrupt_kernel()
    while client.get_shell_msg(timeout=30)["content"].get("ename") != "Interrupted":
        pass
    return (time.perf_counter() - clock) * 1000


def memory(manager):
    with open(f"/proc/{manager.provisioner.process.pid}/status") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS"))


starts = []
for _ in range(STARTS):
    manager, client, seconds = start()
    starts.append(seconds)
    first = memory(manager)
    if len(starts) < STARTS:
        manager.shutdown_kernel()
print(f"start to first result  {statistics.median(starts):.2f} s (least {min(starts):.2f})")
print(f"memory after it        {first} MB")
print("1+1, there and back   ", milliseconds(lambda: run(client, "1+1")))
print("completion            ", milliseconds(lambda: client.complete("Console.Wri", 11, reply=True, timeout=30)))
print("documentation         ", milliseconds(lambda: client.inspect("Math.Max", 8, reply=True, timeout=30)))
print("1,000 printed lines   ", milliseconds(lambda: run(client, "for (var i = 0; i < 1000; i++) Console.WriteLine(i);")))
print(f"interrupt              {statistics.median(interrupt(manager, client) for _ in range(5)):.1f} ms")
manager.shutdown_kernel()

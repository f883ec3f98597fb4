"""What carries the workers, as the options say."""

import pytest
from typer.testing import CliRunner

from slantwise.cli.app import app
from slantwise.cli.options import ray_cluster
from slantwise.errors import SettingsError
from slantwise.pipeline import RayCluster


def test_amounts_become_what_each_worker_takes():
    assert ray_cluster("local", "", "") is None
    assert ray_cluster("ray", "", "") == RayCluster()
    assert ray_cluster("ray", "head:6379", "cpu=3.9, gpu=0.25,icelake=1") == RayCluster(
        address="head:6379", cpus=3.9, gpus=0.25, resources={"icelake": 1.0}
    )


@pytest.mark.parametrize("text", ["cpu", "cpu=many", "cpu=1;gpu=1"])
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(
        SettingsError, match=r"expected NAME=AMOUNT as in cpu=0\.9,gpu=0\.25, found"
    ):
        ray_cluster("ray", "", text)


def test_where_ray_runs_needs_ray(tmp_path):
    (tmp_path / "a.txt").write_text("Headline\n\nThe council met.\n")
    command = ["analyze", str(tmp_path / "a.txt"), "--run", str(tmp_path / "run")]
    done = CliRunner().invoke(app, [*command, "--ray-address", "head:6379"])
    assert done.exit_code == 2
    assert "add --engine ray to use it" in done.output
    assert not (tmp_path / "run").exists()

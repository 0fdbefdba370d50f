//! A component list generated from what lies in a tree: what was read stands in it, what could not be is told.

use std::fs;

use serde_json::Value;

use crate::house::{Done, House, json_at, text};

const CARGO_LOCK: &str = "version = 4\n[[package]]\nname = \"app\"\nversion = \"0.3.0\"\ndependencies = [\"log\", \"insta\"]\n\
    [[package]]\nname = \"insta\"\nversion = \"1.0.0\"\nsource = \"registry+https://github.com/rust-lang/crates.io-index\"\n\
    [[package]]\nname = \"log\"\nversion = \"0.4.1\"\nsource = \"registry+https://github.com/rust-lang/crates.io-index\"\n";

const CARGO_TOML: &str = "[package]\nname = \"app\"\nversion = \"0.3.0\"\n[dependencies]\nlog = \"0.4\"\n[dev-dependencies]\ninsta = \"1\"\n";

const YARN_LOCK: &str = "# yarn lockfile v1\n\nleft-pad@^1.0.0:\n  version \"1.3.0\"\n";

/// What a document calls its components, in its order, and what it says at its end.
fn purls(document: &Value) -> Vec<&str> {
    let components = document["components"].as_array().unwrap();
    components.iter().map(|it| it["purl"].as_str().or(it["name"].as_str()).unwrap()).collect()
}

fn properties(document: &Value) -> Vec<&str> {
    let all = document["properties"].as_array().unwrap();
    all.iter().map(|it| it["value"].as_str().unwrap()).collect()
}

fn generated(house: &House, more: &[&str]) -> Done {
    let tree = house.path("tree");
    let mut arguments = vec!["sbom", "generate", text(&tree)];
    arguments.extend(more);
    house.run(&arguments)
}

#[test]
fn a_source_tree_becomes_one_list_and_what_development_needs_is_counted_and_left_out() {
    let house = House::new();
    house.write("tree/Cargo.lock", CARGO_LOCK);
    house.write("tree/Cargo.toml", CARGO_TOML);
    house.write("tree/web/yarn.lock", YARN_LOCK);
    house.write(
        "tree/web/package.json",
        r#"{"name": "web", "version": "1.0.0", "dependencies": {"left-pad": "^1.0.0"}}"#,
    );
    house.write("tree/web/node_modules/x/package-lock.json", "{");
    house.write("tree/target/CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55");
    house.write("tree/target/package/Cargo.lock", "broken");
    let artefact = house.write("app.bin", "abc");
    let done = generated(&house, &["--artefact", text(&artefact)]).ends(0);
    let document = done.json();
    assert_eq!(document["metadata"]["component"]["purl"], "pkg:cargo/app@0.3.0");
    assert_eq!(
        purls(&document),
        ["pkg:cargo/log@0.4.1", "pkg:npm/web@1.0.0", "pkg:npm/left-pad@1.3.0", "app.bin"]
    );
    assert_eq!(
        document["components"][3]["hashes"][0]["content"],
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
    assert_eq!(
        properties(&document),
        ["Cargo.lock (Cargo.lock 4)", "web/yarn.lock (yarn.lock 1)", "app.bin (artefact)"]
    );
    assert_eq!(document.get("compositions"), None);
    done.tells("packages that only development needs are left out: 1");
    // What was written is a list like any other.
    let list = house.write("list.cdx.json", &done.out);
    let read = proofmark_formats::read_sbom(
        "list.cdx.json",
        &fs::read(list).unwrap(),
        &proofmark_formats::Limits::default(),
    );
    assert_eq!((read.problems, read.value.unwrap().components.len()), (Vec::new(), 5));
}

#[test]
fn what_cannot_be_read_is_told_and_the_list_says_it_is_incomplete() {
    let house = House::new();
    house.write("tree/Cargo.lock", CARGO_LOCK);
    house.write("tree/Cargo.toml", CARGO_TOML);
    house.write("tree/tool/package.json", r#"{"dependencies": {"a": "1"}}"#);
    house.write("tree/sub/go.mod", "nonsense\n");
    let out = house.path("out.cdx.json");
    let done = generated(&house, &["-o", text(&out), "--format", "json"]).ends(6);
    let report = done.json();
    house.assert_fits("generation-report", &report);
    let missed: Vec<&str> =
        report["not_read"].as_array().unwrap().iter().map(|gap| gap["path"].as_str().unwrap()).collect();
    assert_eq!(missed, ["tool/package.json", "sub/go.mod"]);
    let document = json_at(&out);
    assert_eq!(document["compositions"][0]["aggregate"], "incomplete");
    assert!(properties(&document)[1].starts_with("tool/package.json: no lockfile fixes"));
    generated(&house, &["--exclude", "tool", "--exclude", "sub/"]).ends(0);
    generated(&house, &["-o", text(&house.path("tree"))]).ends(3);
    house.write("tree/Cargo.lock", "[");
    let refused = generated(&house, &[]).ends(3);
    refused.tells("nothing here tells of a component");
}

#[test]
fn a_root_file_system_is_listed_with_its_distribution_kernel_and_packages() {
    let house = House::new();
    house.write("tree/usr/lib/os-release", "ID=debian\nVERSION_ID=\"12\"\n");
    house.write(
        "tree/var/lib/dpkg/status",
        "Package: libssl3\nStatus: install ok installed\nArchitecture: amd64\nSource: openssl\nVersion: 3.0.11-1\n\n\
         Package: curl\nStatus: install ok installed\nArchitecture: amd64\nVersion: 7.88.1-10\nDepends: libssl3 (>= 3)\n",
    );
    house.write("tree/usr/lib/modules/6.1.0-18-amd64/modules.dep", "");
    house.write(
        "tree/usr/lib/python3/dist-packages/idna-3.3.dist-info/METADATA",
        "Name: idna\nVersion: 3.3\n\n",
    );
    house.write("tree/var/lib/rpm/Packages", "\0\0");
    house.write("tree/var/lib/apt/extended_states", "Package: curl\nAuto-Installed: 1\n\n");
    let done = generated(&house, &["--name", "gateway", "--version", "1.2"]).ends(6);
    let document = done.json();
    assert_eq!(
        (&document["metadata"]["component"]["name"], &document["metadata"]["component"]["version"]),
        (&"gateway".into(), &"1.2".into())
    );
    assert_eq!(
        purls(&document),
        [
            "debian",
            "pkg:deb/debian/libssl3@3.0.11-1?arch=amd64&distro=debian-12&upstream=openssl",
            "pkg:deb/debian/curl@7.88.1-10?arch=amd64&distro=debian-12",
            "pkg:pypi/idna@3.3",
            "linux"
        ]
    );
    let top = document["dependencies"][0]["dependsOn"].as_array().unwrap();
    assert_eq!(
        top.len(),
        5,
        "what somebody asked for is at the top although another package needs it: {top:?}"
    );
    done.tells("the database of rpm is cut off, or written in a way that is not known here");
    fs::remove_file(house.path("tree/var/lib/apt/extended_states")).unwrap();
    fs::remove_file(house.path("tree/var/lib/rpm/Packages")).unwrap();
    let document = generated(&house, &[]).ends(0).json();
    let top = document["dependencies"][0]["dependsOn"].as_array().unwrap();
    assert_eq!(top.len(), 4, "what another package needs is not at the top: {top:?}");
}

const CSPROJ: &str = r#"<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><Version>2.0</Version></PropertyGroup>
    <ItemGroup><PackageReference Include="Serilog" Version="2.12.0" /><PackageReference Include="Mine" /></ItemGroup></Project>"#;

#[test]
fn what_dotnet_php_ruby_and_java_lock_is_listed_and_what_is_only_declared_says_so() {
    let house = House::new();
    house.write("tree/net/App.csproj", CSPROJ);
    house.write(
        "tree/Directory.Packages.props",
        r#"<Project><ItemGroup><PackageVersion Include="Mine" Version="7.0.1" /></ItemGroup></Project>"#,
    );
    house.write("tree/locked/Web.csproj", CSPROJ);
    house.write(
        "tree/locked/packages.lock.json",
        r#"{"version": 1, "dependencies": {"net6.0": {"Dapper": {"type": "Direct", "resolved": "2.0.1"}}}}"#,
    );
    house.write("tree/php/composer.json", r#"{"name": "acme/shop", "require": {"acme/log": "^1"}}"#);
    house.write(
        "tree/php/composer.lock",
        r#"{"packages": [{"name": "acme/log", "version": "1.1.4"}], "packages-dev": []}"#,
    );
    house.write(
        "tree/ruby/Gemfile.lock",
        "GEM\n  remote: https://rubygems.org/\n  specs:\n    rack (2.2.8)\n\nDEPENDENCIES\n  rack\n",
    );
    house.write("tree/open/Gemfile", "source 'x'\ngem 'rails'\n");
    house.write("tree/gradle/gradle.lockfile", "com.google.guava:guava:32.1.2-jre=runtimeClasspath\n");
    house.write("tree/gradle/build.gradle", "dependencies {\n}\n");
    house.write("tree/open/build.gradle.kts", "dependencies {\n    implementation(\"a:b:1\")\n}\n");
    house.write(
        "tree/maven/pom.xml",
        "<project><groupId>com.x</groupId><artifactId>app</artifactId><version>1</version><dependencies>\
         <dependency><groupId>org.y</groupId><artifactId>lib</artifactId><version>3</version></dependency></dependencies></project>",
    );
    let done = generated(&house, &[]).ends(6);
    let document = done.json();
    let mut listed = purls(&document);
    listed.sort_unstable();
    assert_eq!(
        listed,
        [
            "App",
            "Web",
            "pkg:composer/acme/log@1.1.4",
            "pkg:composer/acme/shop",
            "pkg:gem/rack@2.2.8",
            "pkg:maven/com.google.guava/guava@32.1.2-jre",
            "pkg:maven/com.x/app@1",
            "pkg:maven/org.y/lib@3",
            "pkg:nuget/Dapper@2.0.1",
            "pkg:nuget/Mine@7.0.1",
            "pkg:nuget/Serilog@2.12.0",
        ]
    );
    let said = properties(&document);
    assert!(said.contains(&"net/App.csproj (MSBuild project, declared, not resolved)"), "{said:?}");
    let missed: Vec<&str> =
        said.iter().filter(|it| !it.ends_with(')')).map(|it| it.split(':').next().unwrap()).collect();
    assert_eq!(missed, ["net/App.csproj", "maven/pom.xml", "open/build.gradle.kts", "open/Gemfile"]);
    // What Maven resolved takes the place of what was asked for.
    house.write(
        "tree/maven/target/dependency-tree.txt",
        "com.x:app:jar:1\n\\- org.y:lib:jar:3:compile\n   \\- org.z:deep:jar:4:runtime\n",
    );
    let document = generated(&house, &["--exclude", "open", "--exclude", "net"]).ends(0).json();
    assert!(purls(&document).contains(&"pkg:maven/org.z/deep@4"));
    assert_eq!(document.get("compositions"), None);
}

#[cfg(unix)]
#[test]
fn a_link_or_pipe_in_place_of_a_lockfile_is_told_and_one_to_what_was_read_lacks_nothing() {
    use std::os::unix::fs::symlink;
    let house = House::new();
    house.write("outside/Cargo.lock", CARGO_LOCK);
    house.write("tree/Cargo.lock", CARGO_LOCK);
    house.write("tree/Cargo.toml", CARGO_TOML);
    let sub = house.path("tree/sub");
    fs::create_dir(&sub).unwrap();
    symlink("../Cargo.lock", sub.join("Cargo.lock")).unwrap();
    symlink("../../outside/Cargo.lock", sub.join("link")).unwrap();
    generated(&house, &[]).ends(0);
    symlink("../../outside/Cargo.lock", sub.join("yarn.lock")).unwrap();
    symlink("/etc/passwd", sub.join("requirements.txt")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(sub.join("go.mod")).status();
    assert!(made.is_ok_and(|status| status.success()));
    let done = generated(&house, &["--format", "json", "-o", text(&house.path("out.cdx.json"))]).ends(6);
    let missed: Vec<String> = done.json()["not_read"]
        .as_array()
        .unwrap()
        .iter()
        .map(|gap| {
            format!("{} {}", gap["path"].as_str().unwrap(), gap["because"]["id"].as_str().unwrap_or_default())
        })
        .collect();
    assert_eq!(
        missed,
        [
            "sub/go.mod generate-no-ordinary-file",
            "sub/requirements.txt generate-is-link",
            "sub/yarn.lock generate-is-link"
        ]
    );
    done.tells("this is a link to `/etc/passwd`, which was not read");
    generated(&house, &["--exclude", "sub"]).ends(0);
}

#[test]
fn requirements_are_followed_into_files_of_any_name() {
    let house = House::new();
    house.write("tree/requirements.txt", "-r deps/pinned.list\nflask==2.0\n");
    house.write("tree/deps/pinned.list", "-r more.in\nidna==3.3\n");
    house.write("tree/deps/more.in", "-r pinned.list\nsix==1.16.0\n");
    house.write("tree/other.list", "never==1\n");
    let done = generated(&house, &[]).ends(0);
    let document = done.json();
    let mut listed = purls(&document);
    listed.sort_unstable();
    assert_eq!(listed, ["pkg:pypi/flask@2.0", "pkg:pypi/idna@3.3", "pkg:pypi/six@1.16.0"]);
    house.write("tree/deps/more.in", "-r gone.in\n-r ../../outside.txt\n");
    let done = generated(&house, &[]).ends(6);
    done.tells("deps/gone.in");
    done.tells("../../outside.txt");
}

#[test]
fn what_c_and_cpp_projects_say_is_listed_and_what_they_only_declare_says_so() {
    let house = House::new();
    house.write(
        "tree/conan/conan.lock",
        r#"{"version": "0.5", "requires": ["zlib/1.2.13"], "build_requires": ["cmake/3.25.0"]}"#,
    );
    house.write("tree/conan/conanfile.txt", "[requires]\nzlib/[>1]\n");
    house.write("tree/vcpkg/vcpkg.json", r#"{"dependencies": ["fmt"]}"#);
    let installed = |name: &str, version: &str| {
        format!(
            "Package: {name}\nVersion: {version}\nArchitecture: x64-linux\nStatus: install ok installed\n"
        )
    };
    house.write("tree/vcpkg/build/vcpkg_installed/vcpkg/status", installed("fmt", "9.0.0"));
    house.write("tree/vcpkg/build/vcpkg_installed/vcpkg/updates/0000000001", installed("fmt", "9.1.0"));
    house.write("tree/CMakeLists.txt", "CPMAddPackage(\"gh:gabime/spdlog#v1.11.0\")\n");
    house.write("tree/sub/CMakeLists.txt", "add_library(a a.c)\n");
    house.write(
        "tree/vendored.toml",
        "[[vendored]]\nname = \"sqlite\"\nversion = \"3.45.1\"\npath = \"third_party/sqlite\"\n",
    );
    house.write("tree/third_party/sqlite/sqlite3.c", "");
    house.write("tree/go/go.work", "use ./a\n");
    house.write("tree/go/a/go.mod", "module example.com/a\ngo 1.21\n");
    let done = generated(&house, &[]).ends(0);
    let document = done.json();
    let mut listed = purls(&document);
    listed.sort_unstable();
    assert_eq!(
        listed,
        [
            "pkg:conan/zlib@1.2.13",
            "pkg:github/gabime/spdlog@v1.11.0",
            "pkg:golang/example.com/a",
            "pkg:vcpkg/fmt@9.1.0",
            "sqlite"
        ]
    );
    assert!(properties(&document).contains(&"CMakeLists.txt (CMake, declared, not resolved)"));
    assert!(!done.err.contains("no folder"));
    fs::remove_dir_all(house.path("tree/third_party")).unwrap();
    fs::remove_file(house.path("tree/conan/conan.lock")).unwrap();
    fs::remove_dir_all(house.path("tree/vcpkg/build")).unwrap();
    house.write("tree/go/go.work", "use ./a\nuse ../elsewhere\n");
    let done = generated(&house, &[]).ends(6);
    let document = done.json();
    let missed: Vec<&str> = properties(&document)
        .into_iter()
        .filter(|it| !it.ends_with(')'))
        .map(|it| it.split(':').next().unwrap())
        .collect();
    assert_eq!(missed, ["conan/conanfile.txt", "vcpkg/vcpkg.json", "go/go.work"]);
    done.tells("there is no folder `third_party/sqlite` any more");
}

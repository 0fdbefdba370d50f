//! Project files of .NET (`.csproj`, `.fsproj`, `.vbproj`): what a project asks for
//! (<https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files>).

use proofmark_facts::{Place, Problem, Read, Sbom};
use proofmark_text::text;

use super::central_versions::CentralVersions;
use super::properties::{evaluated, properties};
use crate::Limits;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::lock_graph::{LockGraph, LockedProject};
use crate::packaged::{Packaged, fixed_version, own};
use crate::xml_elements::read_xml;

/// A project of .NET.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DotnetProject {
    /// The name of what it makes: its assembly's, else the file's own.
    pub name: String,
    /// Its version, where the file says one.
    pub version: Option<String>,
    /// The packages it asks for, with the version as written, properties put in; none: it stands elsewhere.
    pub packages: Vec<(String, Option<String>)>,
}

/// Reads a project file; `stem` is its name without ending. Conditions are not evaluated: what stands under one is asked for too.
pub fn read_dotnet_project(bytes: &[u8], stem: &str, limits: &Limits) -> Read<DotnetProject> {
    let root = match read_xml(bytes, limits) {
        Ok(root) => root,
        Err(problem) => return Read::refused(*problem),
    };
    if root.name != "Project" {
        let why = text!("generate-without-element", name = "Project").to_string();
        let says = text!("generate-malformed", format = "MSBuild", why = why);
        return Read::refused(Problem::error(Place::default(), says));
    }
    let properties = properties(&root);
    let property = |name: &str| {
        let value = evaluated(properties.get(&name.to_lowercase())?, &properties);
        (!value.is_empty() && !value.contains('$')).then_some(value)
    };
    let mut project = DotnetProject {
        name: property("AssemblyName").unwrap_or_else(|| stem.to_owned()),
        version: property("Version").or_else(|| property("VersionPrefix")),
        packages: Vec::new(),
    };
    for element in root.all().filter(|element| element.name == "PackageReference") {
        // `Update` changes what another file asks for.
        let Some(name) = element.attribute("Include").filter(|name| !name.is_empty()) else { continue };
        let version = ["VersionOverride", "Version"]
            .iter()
            .find_map(|key| element.attribute(key).or_else(|| element.words(key)));
        project.packages.push((name.to_owned(), version.map(|version| evaluated(version, &properties))));
    }
    Read::clean(project)
}

/// The list of what a project asks for, where no lockfile says what it gets. A version that is named as the lowest is the one NuGet takes
/// where nothing asks for more; of a package whose version is left open none stands here, which is told.
pub fn list_dotnet_project(
    project: &DotnetProject,
    central: Option<&CentralVersions>,
    limits: &Limits,
) -> Read<Sbom> {
    let mut gathered = Gathered::new(limits);
    let mut graph = LockGraph::default();
    let mut needs = Vec::new();
    for (name, version) in &project.packages {
        let place = || Place::at(format!("PackageReference {name}"));
        let elsewhere = || central.and_then(|central| central.0.get(&name.to_lowercase()));
        let version = version.as_ref().or_else(elsewhere).and_then(|version| fixed_version(version));
        if version.is_none() {
            gathered.problems.warn(place(), text!("generate-version-open", name = excerpt(name)));
        }
        let package =
            Packaged { kind: "nuget", name, version: version.unwrap_or_default(), ..Packaged::default() };
        let component = package.component(&mut gathered, &place);
        needs.push(graph.package(component, format!("PackageReference {name}"), false));
    }
    let component = own(&project.name, project.version.as_deref().unwrap_or_default());
    graph.projects.push(LockedProject { component, needs, ..LockedProject::default() });
    graph.finish(gathered, "MSBuild project, declared, not resolved".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dotnet::read_central_versions;

    #[test]
    fn versions_come_from_the_file_its_properties_and_the_central_file() {
        let written = r#"<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><Version>3.1</Version><LogVersion>2.12.0</LogVersion></PropertyGroup>
            <ItemGroup><PackageReference Include="Serilog" Version="$(logversion)" />
            <PackageReference Include="Nested"><Version>[1.5]</Version></PackageReference>
            <PackageReference Include="Central" /><PackageReference Include="Open" Version="1.*" />
            <PackageReference Update="Other" Version="9" /><PackageReference Include="Elsewhere" Version="$(Unknown)" /></ItemGroup></Project>"#;
        let limits = Limits::default();
        let project = read_dotnet_project(written.as_bytes(), "App", &limits).value.unwrap();
        let central = br#"<Project><ItemGroup><PackageVersion Include="central" Version="7.0.1" /></ItemGroup></Project>"#;
        let central = read_central_versions(central, &limits).value.unwrap();
        let read = list_dotnet_project(&project, Some(&central), &limits);
        let told: Vec<String> = read.problems.iter().map(|it| it.says.to_string()).collect();
        assert_eq!(told.len(), 2, "{told:?}");
        let called: Vec<String> =
            read.value.unwrap().components.iter().map(proofmark_facts::Component::called).collect();
        assert_eq!(
            called,
            [
                "App@3.1",
                "pkg:nuget/Serilog@2.12.0",
                "pkg:nuget/Nested@1.5",
                "pkg:nuget/Central@7.0.1",
                "pkg:nuget/Open",
                "pkg:nuget/Elsewhere"
            ]
        );
        assert_eq!(read_dotnet_project(b"<a/>", "a", &limits).value, None);
    }

    #[test]
    fn a_property_made_of_itself_ends() {
        let written =
            b"<Project><PropertyGroup><V>$(V)$(V)</V><Version>$(V)</Version></PropertyGroup></Project>";
        assert_eq!(read_dotnet_project(written, "a", &Limits::default()).value.unwrap().version, None);
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Planet {
    name: String,
    moons: u32,
    moons: u32,
}

fn with_moons(planets: &[Planet]) -> Vec<String> {
    planets
        .iter()
        .filter(|p| p.moons > 0)
        .map(|p| p.name)
        .collect()
}

fn main() {
    let list = vec![
        Planet { name: "Venus".into(), moons: 0 },
        Planet { name: "Mars".into(), moons: 2 },
    ];
    println!("{:?}", with_moons(&list));
    println!("{}", list[0] == list[1]);
}

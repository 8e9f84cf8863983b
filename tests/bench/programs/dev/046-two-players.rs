struct Player {
    name: &'static str,
    hp: i32,
}

fn main() {
    let mut players = vec![
        Player { name: "Orc", hp: 30 },
        Player { name: "Elf", hp: 20 },
    ];
    let attacker = &mut players[0];
    let victim = &mut players[1];
    victim.hp -= 7;
    attacker.hp -= 1;
    for p in &players {
        println!("{} {}", p.name, p.hp);
    }
}

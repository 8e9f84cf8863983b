#[derive(Debug)]
struct Player {
    coins: i32,
}

fn pay(from: &mut Player, to: &mut Player, coins: i32) {
    from.coins -= coins;
    to.coins += coins;
}

fn main() {
    let mut players = vec![Player { coins: 10 }, Player { coins: 2 }];
    let a = &mut players[0];
    let b = &mut players[1];
    pay(a, b, 5);
    println!("{players:?}");
}

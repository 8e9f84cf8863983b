struct Wagon {
    load: u32,
    next: Train,
}

type Train = Option<Box<Wagon>>;

fn train(loads: &[u32]) -> Train {
    let (&load, rest) = loads.split_first()?;
    let next = train(rest);
    Some(Box::new(Wagon { load, next }))
}

fn loads(train: &Train) -> Vec<u32> {
    match train {
        Some(wagon) => [vec![wagon.load], loads(&wagon.next)].concat(),
        None => Vec::new(),
    }
}

fn unhook(chain: &mut Train, load: u32) -> bool {
    let all = loads(chain);
    let left: Vec<u32> = all.iter().copied().filter(|n| *n != load).collect();
    *chain = train(&left);
    left.len() < all.len()
}

fn main() {}

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

fn unhook(train: &mut Train, load: u32) -> bool {
    match train {
        None => false,
        Some(wagon) if wagon.load == load => train.take().is_some(),
        Some(wagon) => unhook(&mut wagon.next, load),
    }
}

fn main() {}

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
    let Some(wagon) = train else { return false };
    match wagon.next.take() {
        Some(mut next) if next.load == load => {
            wagon.next = next.next.take();
            true
        }
        other => {
            wagon.next = other;
            unhook(&mut wagon.next, load)
        }
    }
}

fn main() {}
